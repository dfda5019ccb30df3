import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { StepCard as Step } from '../../../src/server/contract/steps.ts';
import { Areas } from './areas.tsx';
import { carriedIn } from './carried.ts';
import { Figures } from './figures.tsx';
import type { Look } from './look.ts';
import { QuestionCard } from './question-card.tsx';
import { RateChart } from './rate-chart.tsx';
import { StepCard } from './step-card.tsx';
import { StopRun } from './stop-run.tsx';
import type { Story } from './story.ts';
import { StuckCard } from './stuck-card.tsx';

/** What a running run shows beneath its sentence: what is needed first, then the figures. */
export function Middle({
  run,
  story,
  look,
  now,
  step,
  phone,
}: {
  readonly run: string;
  readonly story: Story;
  readonly look: Look;
  readonly now: number;
  readonly step: Step | null;
  readonly phone: PhoneCard | undefined;
}) {
  const troubled = story.cause !== null || story.remedy !== null || story.stall !== null;
  return (
    <>
      {story.question === null ? undefined : <QuestionCard run={run} question={story.question} />}
      {story.wanted === null ? undefined : (
        <StepCard wanted={story.wanted} step={step} now={now} phone={phone} />
      )}
      {troubled ? <StuckCard story={story} asked={story.wanted !== null} /> : undefined}
      <Figures story={story} quiet={look !== 'moving'} />
      <Areas kinds={carriedIn(story.before, story.progress).kinds} />
      {story.rates.seconds.length > 2 ? <RateChart rates={story.rates} /> : undefined}
      <StopRun run={run} />
    </>
  );
}

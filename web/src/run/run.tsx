import './run.css';
import { useCallback } from 'react';
import type { PageEvent } from '../../../src/server/contract/events.ts';
import type { RunSummary } from '../../../src/server/contract/runs.ts';
import { useCall } from '../api/use-call.ts';
import { usePhones } from '../api/use-phones.ts';
import { useRunFold } from '../api/use-run-events.ts';
import { WorkTold } from '../backups/told/work-told.tsx';
import { modelOf } from '../drawings/model.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { useLast } from '../shell/use-last.ts';
import { useNow } from '../shell/use-now.ts';
import { useSpeech } from '../words/speech.tsx';
import { Ending } from './ending.tsx';
import { type Happenings, happeningsWith, noHappenings } from './happenings.ts';
import { leadingOf } from './leading.ts';
import { Log } from './log.tsx';
import { lookOf, partOf } from './look.ts';
import { Middle } from './middle.tsx';
import { SafetyLine } from './safety-line.tsx';
import { StateLine } from './state-line.tsx';
import { noStory, type Story, storyWith } from './story.ts';
import { useStep } from './use-step.ts';

interface Told {
  readonly story: Story;
  readonly log: Happenings;
}
const NOTHING: Told = { story: noStory, log: noHappenings };

function toldWith({ story, log }: Told, event: PageEvent): Told {
  return { story: storyWith(story, event), log: happeningsWith(log, event) };
}

/** A run, while it goes and after its end: one sentence, how it looks, and what belongs to that moment. */
export function Run({ run }: { readonly run: string }) {
  const speech = useSpeech();
  const { story, log } = useRunFold(run, NOTHING, toldWith);
  const summary = useCall<RunSummary>(
    `/api/runs/${encodeURIComponent(run)}${story.end === null ? '' : '?over'}`,
  );
  const phones = usePhones();
  const now = useNow(story.end === null);
  const step = useStep(run, story.wanted);
  const reload = useCallback(() => summary.reload(), [summary.reload]);
  const phone = useLast(phones?.phones.find(({ udid }) => udid !== null && udid === story.phone?.udid));
  if (summary.error !== undefined && story.at === null)
    return <Trouble error={summary.error} again={reload} />;

  const interrupted = summary.answer?.state === 'interrupted' && story.end === null;
  const look = interrupted ? 'stopped' : lookOf(story, now);
  const leading = leadingOf(story, { look, interrupted, now, step }, speech);
  return (
    <div className="run-page" data-look={look} data-outcome={story.end?.outcome}>
      <div className="columns">
        <div className="run">
          <Lead
            live
            lang={leading.lang}
            more={leading.about === '' ? undefined : <p lang={leading.lang}>{leading.about}</p>}
          >
            {leading.sentence}
          </Lead>
          <StateLine
            look={look}
            part={partOf(story)}
            model={phone === undefined ? undefined : modelOf(phone)}
          />
          <WorkTold
            events={log}
            kind={story.kind}
            again={story.again}
            over={story.end !== null || interrupted}
          />
          {story.end !== null || interrupted ? (
            <Ending
              run={run}
              story={story}
              summary={summary.answer}
              phone={phone}
              interrupted={interrupted}
            />
          ) : (
            <Middle run={run} story={story} look={look} now={now} step={step} phone={phone} />
          )}
        </div>
        <Log log={log} />
      </div>
      <SafetyLine story={story} phone={phone} />
    </div>
  );
}

import type { NamedCause } from '../../../src/kit/run-event.ts';
import { useSpeech } from '../words/speech.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Installing } from './installing.tsx';
import type { Story } from './story.ts';

/** What stands in the way: why we think so, what Thaw does about it, and what helps. The sentence itself leads the view. */
export function StuckCard({ story, asked }: { readonly story: Story; readonly asked: boolean }) {
  const { words, server } = useSpeech();
  const { cause, remedy } = story;
  if (cause === null && remedy === null) return undefined;
  const remedySaid = remedy === null ? undefined : server.remedy(remedy.remedy, remedy.sentence);
  const causeSaid = cause === null ? undefined : server.cause(cause);
  return (
    <section className="card stack close">
      {causeSaid !== undefined && asked ? (
        <p className="soft" lang={causeSaid.lang}>
          {causeSaid.told.sentence} {causeSaid.told.safe}
        </p>
      ) : undefined}
      {remedySaid === undefined || asked ? undefined : (
        <div>
          <h3>{words.run.stuck.doing}</h3>
          <p lang={remedySaid.lang}>{remedySaid.told}</p>
          {story.installing === null ? undefined : <Installing progress={story.installing} />}
        </div>
      )}
      {causeSaid === undefined || asked ? undefined : (
        <div>
          <h3>{words.run.stuck.next}</h3>
          <p lang={causeSaid.lang}>{causeSaid.told.next}</p>
        </div>
      )}
      {cause === null ? undefined : <Why cause={cause} />}
    </section>
  );
}

/** The reason for the reason: three lines, and all of them for those who want to know. */
export function Why({ cause }: { readonly cause: NamedCause }) {
  const { words } = useSpeech();
  const { sure } = words.run.stuck;
  const certain = cause.certainty >= 0.85 ? sure.high : cause.certainty >= 0.5 ? sure.middle : sure.low;
  return (
    <details className="why">
      <summary>{words.run.stuck.why}</summary>
      <EvidenceList evidence={cause.evidence} />
      <p className="soft small">
        {certain} <code>{cause.id}</code>
      </p>
    </details>
  );
}

import type { PageEvent } from '../../../../src/server/contract/events.ts';
import { useSpeech } from '../../words/speech.tsx';
import { lastOf } from './last-of.ts';

/** What a check of a backup found: the proof in words, or what is not as it should be. */
export function Verified({ events }: { readonly events: readonly PageEvent[] }) {
  const { words, amounts, server } = useSpeech();
  const found = lastOf(events, 'verify.found');
  if (found === undefined) return undefined;
  const say = words.told.verify;
  const { depth, sound, findings, findingsInAll } = found;
  const serious = findings.filter(({ harmless }) => !harmless);
  const harmless = findings.length - serious.length;
  const [files, size] = [amounts.number(found.files), amounts.size(found.bytes)];
  const left = findingsInAll - findings.length;
  return (
    <section className={`notice told ${sound ? 'good' : 'risk'}`}>
      <p>
        <strong>
          {sound
            ? depth === 'structure'
              ? say.sound.structure
              : say.sound[depth](files, size)
            : say.unsound(serious.length + left, amounts.number(serious.length + left))}
        </strong>
      </p>
      {serious.length === 0 ? undefined : (
        <ul className="told-list">
          {serious.map((finding) => (
            <li key={`${finding.finding.kind} ${finding.sentence}`}>{server.verified(finding)}</li>
          ))}
        </ul>
      )}
      {left > 0 ? <p>{say.more(amounts.number(left))}</p> : undefined}
      {harmless > 0 ? <p className="small">{say.harmless(harmless, amounts.number(harmless))}</p> : undefined}
      {depth === 'structure' ? <p className="small">{say.shallow}</p> : undefined}
    </section>
  );
}

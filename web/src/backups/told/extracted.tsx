import type { PageEvent } from '../../../../src/server/contract/events.ts';
import { useSpeech } from '../../words/speech.tsx';
import { allOf, lastOf } from './last-of.ts';

/** More would be no help. */
const NAMED = 20;

/** What was taken out of a backup, and where it lies. */
export function Extracted({ events }: { readonly events: readonly PageEvent[] }) {
  const { words, amounts } = useSpeech();
  const done = lastOf(events, 'extract.finished');
  if (done === undefined) return undefined;
  const say = words.told.extract;
  const { files, bytes, path, unchanged, failed } = done;
  return (
    <section className="notice told good">
      <p>
        <strong>{say.done(files, amounts.number(files), amounts.size(bytes))}</strong> <code>{path}</code>
      </p>
      {unchanged === 0 ? undefined : <p>{say.unchanged(unchanged, amounts.number(unchanged))}</p>}
      {failed === 0 ? undefined : (
        <>
          <p>{say.failed(failed, amounts.number(failed))}</p>
          <ul className="told-list">
            {allOf(events, 'file.failed')
              .slice(0, NAMED)
              .map((file) => (
                <li key={`${file.domain} ${file.path}`}>
                  {file.path} <code>{file.code}</code>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

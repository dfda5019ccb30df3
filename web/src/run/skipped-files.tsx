import type { SkippedFile } from '../../../src/kit/run-event.ts';
import { useSpeech } from '../words/speech.tsx';

const FIRST = 5;

/** What is not in the backup, and why; what is always left out is only counted. */
export function SkippedFiles({ skipped }: { readonly skipped: readonly SkippedFile[] }) {
  const { words, amounts } = useSpeech();
  const { done } = words.run;
  const missed = skipped.filter(({ harmless }) => !harmless);
  const harmless = skipped.length - missed.length;
  if (skipped.length === 0) return undefined;
  return (
    <section className="stack tight">
      {missed.length === 0 ? undefined : (
        <div className="notice you">
          <p>{done.skipped(missed.length, amounts.number(missed.length))}</p>
          <SkippedList files={missed.slice(0, FIRST)} />
          {missed.length > FIRST ? (
            <details>
              <summary>{amounts.number(missed.length - FIRST)} …</summary>
              <SkippedList files={missed.slice(FIRST, 200)} />
            </details>
          ) : undefined}
          <p>{done.skippedNext}</p>
        </div>
      )}
      {harmless === 0 ? undefined : (
        <p className="soft small">{done.harmless(harmless, amounts.number(harmless))}</p>
      )}
    </section>
  );
}

function SkippedList({ files }: { readonly files: readonly SkippedFile[] }) {
  return (
    <ul>
      {files.map(({ domain, path, reason }) => (
        <li key={`${domain} ${path}`}>
          <code>{path}</code>{' '}
          <span className="soft small" lang="en">
            {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

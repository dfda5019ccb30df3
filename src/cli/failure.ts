import { exitCodeOf } from '../app/exit-codes.ts';
import { codeOf, wordsOf } from '../app/words.ts';
import { ThawError } from '../kit/errors.ts';

/** Tells a failure on stderr in words, or on stdout as one JSON value; returns the exit code. */
export function tellFailure(thrown: unknown, json: boolean): number {
  const words = wordsOf(thrown);
  const code = codeOf(thrown);
  const facts = thrown instanceof ThawError ? thrown.facts : {};
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, ...words, facts } })}\n`);
  else process.stderr.write(`${[words.what, words.safe, words.next].filter(Boolean).join('\n')}\n`);
  if (process.env['THAW_LOG'] === 'debug' || code === 'internal') console.error(thrown);
  return exitCodeOf(thrown);
}

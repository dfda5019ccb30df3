import { exitCodeOf } from '../app/exit-codes.ts';
import { codeOf, wordsOf } from '../app/words.ts';
import { isThawError } from '../kit/errors.ts';
import { fit } from './fit.ts';
import { printJson } from './print-json.ts';

/** Tells a failure on stderr in words, or on stdout as one JSON value; returns the exit code. */
export function tellFailure(thrown: unknown, json: boolean): number {
  const words = wordsOf(thrown);
  const code = codeOf(thrown);
  const facts = isThawError(thrown) ? thrown.facts : {};
  if (json) printJson({ error: { code, ...words, facts } });
  else {
    const lines = [words.what, words.safe, words.next].filter(Boolean).join('\n');
    process.stderr.write(`${fit(lines, process.stderr)}\n`);
  }
  if (process.env['THAW_LOG'] === 'debug' || code === 'internal') console.error(thrown);
  return exitCodeOf(thrown);
}

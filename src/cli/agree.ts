import { createInterface } from 'node:readline/promises';
import type { Agreement } from '../app/recovery/permit.ts';
import { printable } from './printable.ts';

/** What a person types to agree that the phone may end empty; undefined where nobody can be asked. */
export async function askToAgree(
  { erases, phrase, backup }: Agreement,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const made = backup?.madeAt?.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  const inHand = backup
    ? `Proved just now, every byte of it: the backup${made === undefined ? '' : ` of ${made}`} in ${printable(backup.path)}, ${backup.files.toLocaleString('en')} files. What came on to the iPhone after it is lost.`
    : 'No backup was named (--to FOLDER). If the installation fails, all that is left is to erase the iPhone.';
  const what = erases
    ? 'Everything on the iPhone is about to be erased. This cannot be undone.'
    : 'iOS is about to be installed anew over itself. What is on the iPhone normally stays.';
  process.stderr.write(`\n${what}\n${inHand}\n\n`);
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  const leave = (): void => left.abort(new DOMException('interrupted', 'AbortError'));
  lines.once('SIGINT', leave).once('close', leave);
  return await lines.question(`Type “${printable(phrase)}” to go on: `, {
    signal: AbortSignal.any([signal, left.signal]),
  });
}

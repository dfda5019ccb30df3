import { createInterface } from 'node:readline/promises';
import type { Agreement } from '../app/recovery/permit.ts';
import { printable } from './printable.ts';

const WHAT: Readonly<Record<Agreement['to'], string>> = {
  erase: 'Everything on the iPhone is about to be erased. This cannot be undone.',
  reinstall: 'iOS is about to be installed anew over itself. What is on the iPhone normally stays.',
  'break-off-start':
    'The iPhone starts, or installs an update. Broken off in an update, it may not start any more.',
};
const NO_BACKUP: Readonly<Record<Agreement['to'], string>> = {
  erase: '',
  reinstall:
    'No backup was named (--to FOLDER). If the installation fails, all that is left is to erase the iPhone.',
  'break-off-start': 'Only when neither the logo nor the bar below it has changed for an hour is it stuck.',
};

/** What a person types to agree that the phone may end empty; undefined where nobody can be asked. */
export async function askToAgree(
  { to, phrase, backup }: Agreement,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const made = backup?.madeAt?.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  const inHand = backup
    ? `Proved just now: the backup${made === undefined ? '' : ` of ${made}`} in ${printable(backup.path)}, ${backup.files.toLocaleString('en')} files. What came on to the iPhone after it is lost.`
    : NO_BACKUP[to];
  process.stderr.write(`\n${WHAT[to]}\n${inHand}\n\n`);
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  const leave = (): void => left.abort(new DOMException('interrupted', 'AbortError'));
  lines.once('SIGINT', leave).once('close', leave);
  return await lines.question(`Type “${printable(phrase)}” to go on: `, {
    signal: AbortSignal.any([signal, left.signal]),
  });
}

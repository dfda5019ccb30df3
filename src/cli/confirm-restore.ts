import { createInterface } from 'node:readline/promises';
import type { Overwriting } from '../app/restore.ts';
import { isTypedAs } from '../app/typed-consent.ts';
import { printable } from './printable.ts';

/** Asks on the terminal for the phone's name, so that nobody overwrites a phone by habit; false where nobody can be asked. */
export async function confirmRestore(
  { phone, backup, removeOthers }: Overwriting,
  signal: AbortSignal,
): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const name = printable(phone);
  const date = backup.madeAt?.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  const of = printable(backup.deviceName ?? 'an iPhone');
  process.stderr.write(
    `\nThe backup of “${of}”${date === undefined ? '' : ` from ${date}`} is about to overwrite what is on “${name}”.\n` +
      `${removeOthers ? 'Everything that is on the phone and not in the backup will be deleted.\n' : ''}` +
      'This cannot be undone. Thaw can back the phone up first: “thaw backup”.\n\n',
  );
  const left = new AbortController();
  const leave = (): void => left.abort(new DOMException('interrupted', 'AbortError'));
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once('SIGINT', leave).once('close', leave);
  const typed = await lines.question(`Type the phone’s name (${name}) to go on: `, {
    signal: AbortSignal.any([signal, left.signal]),
  });
  return isTypedAs(typed, name);
}

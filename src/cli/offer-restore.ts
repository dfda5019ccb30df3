import { askLine } from './ask-line.ts';
import { restoreCommand } from './restore.ts';

/** Everything comes back: the phone is empty, and as it was before. */
const WHOLE = ['--system', '--settings'] as const;

/** What brings an erased phone's backup back, as typed in a terminal. */
export function restoreCommandLine(folder: string): string {
  return `thaw restore ${/^[\w./~-]+$/.test(folder) ? folder : `'${folder}'`} ${WHOLE.join(' ')}`;
}

/** After a phone was erased: its backup is brought back right away, where a person says that it is set up. */
export async function offerRestore(folder: string, udid: string | undefined): Promise<void> {
  const question =
    'When the iPhone is set up as new, without taking over any data, type “restore” to bring the backup back now, or press Enter to do it later: ';
  const typed = await askLine(question, new AbortController().signal);
  if (typed.toLowerCase() !== 'restore') return;
  const args = [folder, ...WHOLE, ...(udid === undefined ? [] : ['--udid', udid])];
  await restoreCommand().parseAsync(args, { from: 'user' });
}

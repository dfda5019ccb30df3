import { runProgram } from '../host/program.ts';
import type { VirtualPhone } from '../virtual/phone.ts';
import { LabError } from './errors.ts';

/**
 * A folder in which nothing may be made, with EPERM and whatever its permissions say, as where a system guards it; until
 * the owner allows it. Rejects with `lab.not-here` where that takes rights or a file system this computer does not have.
 */
export async function guardFolder(folder: string, phone: VirtualPhone): Promise<AsyncDisposable> {
  if ((await chattr('+i', folder)) !== 0)
    throw new LabError('lab.not-here', 'skipped: needs root and chattr');
  const opening: Promise<unknown>[] = [];
  const open = (): void => void opening.push(chattr('-i', folder));
  const stepped = phone.owner.stepped.subscribe((step) => {
    if (step === 'allow-folder') open();
  });
  return {
    [Symbol.asyncDispose]: async () => {
      stepped[Symbol.dispose]();
      open();
      await Promise.all(opening);
    },
  };
}

async function chattr(change: '+i' | '-i', folder: string): Promise<number | NodeJS.Signals> {
  try {
    return (await runProgram('chattr', [change, folder])).status;
  } catch {
    return 127;
  }
}

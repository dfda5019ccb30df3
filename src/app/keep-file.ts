import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file of Thaw's own state, for its owner alone, and its folder where that is not there; never half written. */
export async function keepFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Another may write it at the same moment: each has its own until it is whole.
  const unfinished = `${file}.${randomUUID()}.new`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, file);
}

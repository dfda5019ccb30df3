import { mkdir } from 'node:fs/promises';

/** Makes a folder of Thaw's own, for its owner alone, unless it is there. */
export async function makeFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of every file in a folder, by path; empty when there is no folder. Two that agree hold the same bytes. */
export async function fingerprint(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const prints = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const sha256 = createHash('sha256');
    await pipeline(createReadStream(path), sha256);
    prints.set(relative(folder, path), sha256.digest('hex'));
  }
  return prints;
}

export function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, print]) => other.get(path) === print);
}

/** Changes whenever a file in the folder comes, goes or grows; cheaper than its bytes. */
export async function fingerprintOfSizes(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size, mtimeMs }) => size + mtimeMs,
        () => 0,
      ),
    ),
  );
  return `${entries.length} ${sizes.reduce((sum, size) => sum + size, 0)}`;
}

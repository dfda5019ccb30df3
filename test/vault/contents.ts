import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupView } from '../../src/vault/backup-view.ts';
import type { Contents } from './model.ts';

/** A folder on the disk as any program sees it; empty when there is none. A link is told, not followed. */
export function contentsOnDisk(folder: string): Contents {
  const contents = new Map<string, Buffer | 'folder'>();
  const visit = (path: string): void => {
    for (const name of readdirSync(join(folder, path))) {
      const child = path === '' ? name : `${path}/${name}`;
      const stats = lstatSync(join(folder, child));
      if (stats.isDirectory()) {
        contents.set(child, 'folder');
        visit(child);
      } else
        contents.set(child, stats.isFile() ? readFileSync(join(folder, child)) : Buffer.from('not a file'));
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })) visit('');
  return contents;
}

/** All that a view shows, read through it. */
export async function contentsOfView(view: BackupView): Promise<Contents> {
  const contents = new Map<string, Buffer | 'folder'>();
  for await (const entry of view.walk()) {
    if (entry.kind === 'folder') {
      contents.set(entry.path, 'folder');
      continue;
    }
    await using source = await view.open(entry.path);
    const pieces: Buffer[] = [];
    for await (const piece of source?.chunks(1000) ?? []) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    if (bytes.length !== entry.size)
      throw new Error(`${entry.path} has ${bytes.length} bytes, not ${entry.size}`);
    contents.set(entry.path, bytes);
  }
  return contents;
}

/** Makes a folder as another program would. */
export function makeOnDisk(folder: string, contents: Contents): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, node] of contents) {
    const physical = join(folder, path);
    mkdirSync(node === 'folder' ? physical : dirname(physical), { recursive: true });
    if (node !== 'folder') writeFileSync(physical, node);
  }
}

/** Contents in a form whose differences can be read. */
export function told(contents: Contents): string[] {
  return [...contents]
    .map(([path, node]) => `${path} ${node === 'folder' ? 'folder' : tellBytes(node)}`)
    .sort();
}

function tellBytes(bytes: Buffer): string {
  return `${bytes.length}:${bytes.toString('latin1', 0, 12)}`;
}

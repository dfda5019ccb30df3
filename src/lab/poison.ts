import { mkdir, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeStatus, encodeStatus } from '../virtual/backup-agent/status-plist.ts';
import type { Poison } from '../virtual/lab-fields.ts';
import { fingerprint } from './fingerprint.ts';

/** Spoils the backup in a folder the way interrupted programs and failing disks do. */
export async function poison(folder: string, how: Poison): Promise<void> {
  await SPOILING[how](folder);
}

const SPOILING: Readonly<Record<Poison, (folder: string) => Promise<void>>> = {
  'zero-byte-plists': async (folder) => {
    for (const name of ['Info.plist', 'Manifest.plist', 'Status.plist'])
      await truncate(join(folder, name), 0);
  },
  'zero-byte-manifest': (folder) => truncate(join(folder, 'Manifest.plist'), 0),
  'snapshot-left': async (folder) => {
    for (const file of ['Snapshot/4f/4f0fa0ce6cf2de6ac8e9a3f4ff48f3c10f2a1c11', 'Snapshot/Manifest.plist']) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), 'left by a run that was cut');
    }
  },
  'write-ahead-log': async (folder) => {
    for (const suffix of ['-wal', '-shm'])
      await writeFile(join(folder, `Manifest.db${suffix}`), Buffer.alloc(4096, 1));
  },
  'status-missing': (folder) => rm(join(folder, 'Status.plist')),
  'status-uploading': async (folder) => {
    const path = join(folder, 'Status.plist');
    const status = decodeStatus(await readFile(path));
    await writeFile(path, encodeStatus({ ...status, snapshotState: 'uploading' }));
  },
  'manifest-damaged': async (folder) => {
    await using file = await open(join(folder, 'Manifest.db'), 'r+');
    // Past the header, so that it still looks like a database.
    await file.write(Buffer.alloc(8192, 0xa5), 0, 8192, 2048);
  },
  'manifest-missing': (folder) => rm(join(folder, 'Manifest.db')),
  'file-missing': async (folder) => {
    const stored = [...(await fingerprint(folder)).keys()].filter((path) => /^[0-9a-f]{2}\//.test(path));
    for (const path of stored.sort().slice(0, 3)) await rm(join(folder, path));
  },
  'other-phone': async (folder) => {
    const path = join(folder, 'Info.plist');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replaceAll(/<string>[0-9A-F]{8}-[0-9A-F]{16}<\/string>/g, `<string>${OTHER}</string>`),
    );
  },
};

const OTHER = '00008140-0011223344556677';

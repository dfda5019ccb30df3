import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { childPath, ROOT } from '../backup-path.ts';
import { FOLDER_MODE } from '../disk/store.ts';
import type { DiskThread } from '../disk/thread.ts';
import { hasTexts, readJson, writeJson } from '../json-file.ts';
import { type Layout, OVERLAY } from '../layout.ts';
import { decodeFrames } from '../record-log.ts';
import { realUnder } from './find.ts';
import { OverlayLog } from './log.ts';
import { Overlay } from './overlay.ts';
import { parseRecord } from './record.ts';
import { isStored, receivedFiles } from './tree.ts';

/** `base.json`: what an overlay lies on. */
interface Base {
  /** The run that began it. */
  readonly run: string;
  /** Of the backup's folder at that time. */
  readonly fingerprint: string;
}

/** What an earlier run left and is still good. */
export interface Resumed {
  readonly files: number;
  readonly bytes: number;
}

/** Files are looked at so many at a time. */
const MEASURE_FILES = 4096;

/** True when the overlay that is there lies on the backup as it is now. */
export async function fitsBackup(layout: Layout, fingerprint: string): Promise<boolean> {
  const base = await readJson(join(layout.overlay, OVERLAY.base), isBase);
  return base?.fingerprint === fingerprint;
}

/** A new overlay, with nothing in it. */
export async function createOverlay(layout: Layout, thread: DiskThread, base: Base): Promise<Overlay> {
  const { overlay, folder } = layout;
  for (const path of [overlay, join(overlay, OVERLAY.files), join(overlay, OVERLAY.spare)]) {
    await mkdir(path, { mode: FOLDER_MODE });
  }
  await writeJson(join(overlay, OVERLAY.base), base);
  return await overBackup(
    new Overlay(overlay, folder, new OverlayLog(thread, join(overlay, OVERLAY.log)), 0),
  );
}

/** The overlay an earlier run left. A file counts when its record is there and its size on the disk agrees. */
export async function reopenOverlay(
  layout: Layout,
  thread: DiskThread,
): Promise<{ overlay: Overlay; resumed: Resumed }> {
  const home = layout.overlay;
  const file = join(home, OVERLAY.log);
  const log = new OverlayLog(thread, file);
  const overlay = await overBackup(new Overlay(home, layout.folder, log, await nextSpare(home)));
  log.continueAt(await replay(await contentsOf(file), overlay));
  overlay.rebuilt();
  return { overlay, resumed: await dropInvalid(overlay, thread) };
}

function isBase(value: unknown): value is Base {
  return hasTexts(value, 'run', 'fingerprint');
}

/** Where there is no backup yet, a run need not remember what it hides of it. */
async function overBackup(overlay: Overlay): Promise<Overlay> {
  await realUnder(overlay.root);
  return overlay;
}

/** Applies a log, and tells how much of it counts: a frame that does not fit what came before ends it too. */
async function replay(log: Buffer, overlay: Overlay): Promise<number> {
  let counts = 0;
  try {
    for (const { records, end } of decodeFrames(log)) {
      for (const value of records) {
        const record = parseRecord(value);
        if (!record) return counts;
        await overlay.apply(record);
      }
      counts = end;
    }
  } catch {
    // The rest cannot be trusted.
  }
  return counts;
}

/** Removes what the disk does not hold as the log says, and counts the rest. */
async function dropInvalid(overlay: Overlay, thread: DiskThread): Promise<Resumed> {
  const received = [...receivedFiles(overlay.root, ROOT)];
  let files = 0;
  let bytes = 0;
  for (let from = 0; from < received.length; from += MEASURE_FILES) {
    const some = received.slice(from, from + MEASURE_FILES);
    const sizes = await thread.run(
      'measure',
      some.map(({ path, node }) => overlay.physicalOf(path, node)),
    );
    for (const [index, { path, node }] of some.entries()) {
      const size = isStored(node) ? node.size : node;
      if (size !== undefined && size === sizes[index]) {
        files += 1;
        bytes += size;
      } else await overlay.remove(childPath(ROOT, path));
    }
  }
  return { files, bytes };
}

/** The first number no file of the overlay has, whether its record was kept or not. */
async function nextSpare(home: string): Promise<number> {
  const names = await readdir(join(home, OVERLAY.spare));
  return names.reduce((next, name) => Math.max(next, Number(name) + 1 || 0), 0);
}

async function contentsOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return Buffer.alloc(0);
    throw thrown;
  }
}

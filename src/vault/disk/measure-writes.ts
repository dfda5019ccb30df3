import { constants } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { FILE_MODE } from './store.ts';

/** How a disk takes what is written to it. */
export interface WriteMeasure {
  /** Until a small write is safe on the disk. */
  readonly smallMs: number;
  readonly bytesPerSecond: number;
}

const SMALL_BYTES = 512;
const PIECE_BYTES = 1024 * 1024;
/** Enough to tell 5 MB/s from 50; a disk that is slower than that is measured by less. */
const MAX_PIECES = 16;
const LIMIT_MS = 3000;

/**
 * Writes into a file of its own in the folder, each piece until it is safe on the disk, for some seconds at most; nothing
 * is left behind. Rejects with the system's error, or the signal's reason.
 */
export async function measureWrites(
  folder: string,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<WriteMeasure> {
  const path = join(folder, `.thaw-measures-${crypto.randomUUID()}`);
  await using file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, FILE_MODE);
  // It goes with its last handle wherever files may be removed while they are open; elsewhere once it is closed.
  const removed = await unlink(path).then(
    () => true,
    () => false,
  );
  try {
    const began = clock.ticks();
    await file.write(Buffer.alloc(SMALL_BYTES), 0, SMALL_BYTES, 0);
    await file.sync();
    const small = clock.ticks();
    const piece = Buffer.alloc(PIECE_BYTES);
    let pieces = 0;
    while (pieces < MAX_PIECES && (pieces === 0 || clock.ticks() - small < LIMIT_MS)) {
      signal.throwIfAborted();
      await file.write(piece, 0, piece.length, pieces * PIECE_BYTES);
      await file.datasync();
      pieces += 1;
    }
    const seconds = Math.max(1, clock.ticks() - small) / 1000;
    return { smallMs: small - began, bytesPerSecond: (pieces * PIECE_BYTES) / seconds };
  } finally {
    if (!removed) await file.close().then(() => unlink(path));
  }
}

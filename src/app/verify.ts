import { realpath } from 'node:fs/promises';
import { isHarmless } from '../archive/finding.ts';
import { sliceFrom } from '../archive/sample.ts';
import type { BackupKeys } from '../archive/unlock.ts';
import { type Depth, type Verification, type VerifyProgress, verify } from '../archive/verify.ts';
import type { Clock } from '../kit/clock.ts';
import { isAbort, ThawError } from '../kit/errors.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { type ExtractProgress, ProgressMeter } from './extract-progress.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';
import { type CloudVerdict, icloudVerdict } from './icloud.ts';
import { keepPosition, readPosition } from './verify-position.ts';

export { isHarmless as isHarmlessFinding } from '../archive/finding.ts';
export type { Depth, Verification } from '../archive/verify.ts';

export interface VerifyRequest {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
  readonly password?: string;
  readonly depth: Depth;
  /** The share of the contents to read, 0…1; the next time it is the next share's turn. All when not given. */
  readonly share?: number;
}

/** How far the files are compared, or the contents read; not more often than people look. */
export type VerifyEvent =
  | { readonly type: 'verify.progress'; readonly files: number; readonly of: number }
  | ExtractProgress;

export interface Verified {
  readonly backup: BackupFolder;
  readonly verification: Verification;
  /** Nothing was found that keeps anything from being restored. */
  readonly sound: boolean;
  /** What it tells about the phone's own backups to iCloud; undefined where it does not, or cannot be opened. */
  readonly icloud: CloudVerdict | undefined;
}

/** Verifies a backup as it lies on the disk; changes nothing in it. Rejects with `backup.none-here` or `verify.stopped`. */
export async function verifyBackup(
  request: VerifyRequest,
  clock: Clock,
  tell: (event: VerifyEvent) => void,
  signal: AbortSignal,
): Promise<Verified> {
  const { depth, password, share } = request;
  const backup = await findBackup(request.folder, request.udid);
  const place = await realpath(backup.path);
  const sample = share === undefined ? undefined : sliceFrom(await readPosition(place), share);
  let keys: BackupKeys | undefined;
  const verification = await untilStopped(
    signal,
    verify(viewOfFolder(backup.path), {
      udid: backup.udid,
      depth,
      signal,
      onKeys: (opened) => {
        keys = opened;
      },
      ...progressOf(clock, tell),
      ...(password !== undefined && { password }),
      ...(sample && { slices: sample.slices }),
    }),
  );
  if (sample && verification.depth === 'content' && !('vanished' in verification.counts))
    await keepPosition(place, sample.next);
  const icloud = verification.opened ? await icloudOf(request, keys, signal) : undefined;
  return { backup, verification, sound: verification.findings.every(isHarmless), icloud };
}

async function icloudOf(
  { folder, udid }: VerifyRequest,
  keys: BackupKeys | undefined,
  signal: AbortSignal,
): Promise<CloudVerdict | undefined> {
  const named = { ...(udid !== undefined && { udid }), ...(keys && { keys }) };
  return await icloudVerdict({ folder, ...named }, signal).catch(() => undefined);
}

/** A check that is left in the middle has words of its own: there is nothing to be carried on. */
async function untilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!isAbort(thrown, signal)) throw thrown;
    throw new ThawError('verify.stopped', 'stopped', { cause: thrown });
  }
}

/** Tells how far a check is, now and then. */
export function progressOf(clock: Clock, tell: (event: VerifyEvent) => void): VerifyProgress {
  const read = steps(clock, tell);
  return {
    onProgress: steps(clock, ({ done, of }) => tell({ type: 'verify.progress', files: done, of })),
    onContent: ({ files, bytes, of }) => read(files, of.files, bytes, of.bytes),
  };
}

/** Turns amounts that grow into the steps that a meter takes. */
function steps(clock: Clock, tell: (progress: ExtractProgress) => void): (...amounts: Amounts) => void {
  const meter = new ProgressMeter(clock, tell);
  let [before, bytesBefore]: [number, number | undefined] = [0, undefined];
  return (done, of, bytes = 0, ofBytes = 0) => {
    if (bytesBefore === undefined) meter.plan(of, ofBytes);
    meter.advance(done - before, bytes - (bytesBefore ?? 0));
    [before, bytesBefore] = [done, bytes];
  };
}

type Amounts = [done: number, of: number, bytes?: number, ofBytes?: number];

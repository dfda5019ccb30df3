import type { Clock } from '../kit/clock.ts';
import type { Gate } from '../kit/gate.ts';
import type { Emit } from '../kit/run-event.ts';
import { allOrNone } from '../kit/signals.ts';
import { isPhoneError } from '../phone/errors.ts';
import type { Phone } from '../phone/session.ts';
import { backupPath } from '../vault/backup-path.ts';
import type { VaultRun, WriteFailure } from '../vault/vault.ts';
import { AppContainers } from './app-containers.ts';
import { BackupError } from './errors.ts';
import { makeInfoPlist } from './info-plist.ts';
import { DeviceLink } from './link.ts';
import { openConversation, request } from './opening.ts';
import { followNotices, observeNotices } from './phone-notices.ts';
import { Progress } from './progress.ts';
import { refusalOf } from './refusals.ts';
import { serveUntilResponse } from './serve.ts';
import { openServices } from './services.ts';
import { Serving } from './serving/serving.ts';
import { SyncLock } from './sync-lock.ts';
import { UnreadableFiles } from './unreadable-files.ts';

export interface BackUpOptions {
  readonly phone: Phone;
  readonly run: VaultRun;
  readonly full: boolean;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Closed, it lets the phone wait with its data. */
  readonly gate: Gate;
  /** A file cannot be written here; this attempt will bring no whole backup. */
  readonly onWriteFailure?: (failure: WriteFailure) => void;
}

/** What a conversation that ended well brought. */
export interface Received {
  readonly bytes: number;
  readonly files: number;
  readonly unreadable: UnreadableFiles;
}

/**
 * One conversation with the phone's backup daemon, from the sync lock to its Response, into the vault's overlay.
 * Resolves when the phone said it is done; nothing is committed here. Rejects with a BackupError that names the
 * refusal, a PhoneError on the way there, or the signal's reason.
 */
export async function backUp(options: BackUpOptions, signal: AbortSignal): Promise<Received> {
  const { phone, run, clock, emit } = options;
  const { udid } = phone.device;
  await using services = await openServices(phone, signal);
  const { afc, notifications, channel } = services;
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const link = new DeviceLink(channel, both);
  const progress = new Progress(clock, emit);
  const containers = new AppContainers();
  const unreadable = new UnreadableFiles(emit, containers);
  const { gate, onWriteFailure } = options;
  const parts = { link, run, progress, unreadable, emit, gate, onWriteFailure, folder: udid };
  const serving = new Serving(parts);
  await openConversation(link);
  await using _lock = await SyncLock.take(afc, notifications, clock, signal);
  await observeNotices(notifications);
  emit({ type: 'phase.changed', phase: 'preparing' });
  await request(link, 'Backup', {
    TargetIdentifier: udid,
    SourceIdentifier: udid,
    ...(options.full && { Options: { ForceFullBackup: true } }),
  });
  const ended = new AbortController();
  const notices = followNotices(notifications, emit, AbortSignal.any([both, ended.signal]));
  const conversation = serveUntilResponse(serving).finally(() => ended.abort());
  const info = makeInfoPlist(phone, { afc, containers }, clock.now(), both).then((bytes) =>
    run.write(backupPath(`${udid}/Info.plist`, udid), bytes),
  );
  const [response] = await allOrNone(stop, [conversation, info, notices]).catch(throwLinkLost);
  const [failure] = serving.writeFailures;
  if (failure) throw unwritten(failure);
  const refusal = refusalOf(response);
  if (refusal) throw withSpace(refusal, serving);
  await link.send({ name: 'DLMessageDisconnect' });
  return { bytes: progress.bytes, files: progress.files, unreadable };
}

/** A refusal for space carries what the phone asked for: the only figure a person can act on. */
function withSpace(refusal: BackupError, serving: Serving): BackupError {
  if (refusal.code !== 'backup.no-space' || serving.spaceWanted === 0) return refusal;
  return new BackupError(refusal.code, refusal.message, {
    cause: refusal,
    facts: { ...refusal.facts, wantedBytes: serving.spaceWanted },
  });
}

/** Several connections break with the cable, and any may notice first: it is one event, under one name. */
function throwLinkLost(thrown: unknown): never {
  if (!isPhoneError(thrown, 'phone.gone')) throw thrown;
  throw new BackupError('backup.link-lost', thrown.message, { cause: thrown });
}

/** A file that could not be written here: the backup cannot be whole, whatever the phone says at its end. */
function unwritten({ path, code, cause }: WriteFailure): BackupError {
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new BackupError(full ? 'backup.no-space' : 'backup.write-failed', `${code} at ${path}`, {
    cause,
    facts: { code, path },
  });
}

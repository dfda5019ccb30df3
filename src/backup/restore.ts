import type { Clock } from '../kit/clock.ts';
import { isThawError } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import { allOrNone } from '../kit/signals.ts';
import { isPhoneError } from '../phone/errors.ts';
import type { Afc } from '../phone/services/afc.ts';
import type { Phone } from '../phone/session.ts';
import type { BackupView } from '../vault/backup-view.ts';
import type { CopyAside } from '../vault/copy-aside.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import { encodeXml } from '../wire/plist/xml-encode.ts';
import { DeviceLink } from './link.ts';
import { openConversation, request } from './opening.ts';
import { followNotices, observeNotices } from './phone-notices.ts';
import { Progress } from './progress.ts';
import { RestoreError } from './restore-errors.ts';
import { refusalOfRestore } from './restoring/refusal.ts';
import { RestoreFiles } from './restoring/restore-files.ts';
import { serveRestore } from './restoring/serve-restore.ts';
import { openServices } from './services.ts';
import { SyncLock } from './sync-lock.ts';

/** Where the phone looks for the apps it is to fetch from the App Store after a restore. */
const APPS_FOLDER = '/iTunesRestore';
const APPS_FILE = `${APPS_FOLDER}/RestoreApplications.plist`;

/** What the phone is asked to do with the backup. */
export interface RestoreOptions {
  /** Also what belongs to iOS rather than to the person. */
  readonly systemFiles: boolean;
  /** The phone keeps its own settings. */
  readonly keepSettings: boolean;
  /** What is on the phone and not in the backup goes. */
  readonly removeOthers: boolean;
  /**
   * The photos on the phone stay, those of the backup do not come: `RestorePreserveCameraRoll`. Apple's host header and
   * libimobiledevice name it; which iOS versions still heed it is not known. Left out when not asked for.
   */
  readonly keepPhotos?: true;
  readonly reboot: boolean;
  /** Of an encrypted backup. */
  readonly password?: string;
}

export interface RestoreWork {
  readonly phone: Phone;
  /** The folder's name: the UDID of the phone the backup is of. */
  readonly source: string;
  readonly view: BackupView;
  readonly options: RestoreOptions;
  /** `Applications` of the backup's Info.plist: apps the phone fetches again. */
  readonly applications: PlistDict | undefined;
  /** Where the phone's own backup is copied to first; undefined: it is not. */
  readonly copy: CopyAside | undefined;
  readonly clock: Clock;
  readonly emit: Emit;
}

/** What a restore that ended well sent. */
export interface Sent {
  readonly bytes: number;
  readonly files: number;
}

/**
 * One conversation with the phone's backup daemon that puts a backup on to the phone. Resolves when the phone said that
 * all went well and everything it asked for was sent. Rejects with a RestoreError that names the refusal, a BackupError or
 * PhoneError on the way there, or the signal's reason.
 */
export async function restore(work: RestoreWork, signal: AbortSignal): Promise<Sent> {
  try {
    return await converse(work, signal);
  } catch (thrown) {
    throw inRestore(thrown);
  }
}

async function converse(work: RestoreWork, signal: AbortSignal): Promise<Sent> {
  const { phone, view, source, copy, clock, emit } = work;
  const { udid } = phone.device;
  await using services = await openServices(phone, signal);
  const { afc, notifications, channel } = services;
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const link = new DeviceLink(channel, both);
  const progress = new Progress(clock, emit, 'sending');
  const views = new Map([...(copy ? [[udid, copy.own] as const] : []), [source, view] as const]);
  const files = new RestoreFiles({ link, progress, views, copy });
  await openConversation(link);
  await using _lock = await SyncLock.take(afc, notifications, clock, signal);
  await observeNotices(notifications);
  await nameApps(afc, work.applications, signal);
  emit({ type: 'phase.changed', phase: 'preparing' });
  await request(link, 'Restore', {
    TargetIdentifier: udid,
    SourceIdentifier: source,
    Options: optionsOf(work),
  });
  const ended = new AbortController();
  const notices = followNotices(notifications, emit, AbortSignal.any([both, ended.signal]));
  const conversation = serveRestore(files).finally(() => ended.abort());
  const [response] = await allOrNone(stop, [conversation, notices]);
  const refusal = refusalOfRestore(response);
  if (refusal) throw refusal;
  const [first] = files.unsent;
  if (first) throw unsent(files.unsent.length, first.path);
  // A phone that restarts at once may not wait for the goodbye.
  await link.send({ name: 'DLMessageDisconnect' }).catch(() => undefined);
  return { bytes: progress.bytes, files: progress.files };
}

/** All five every time: phones and programs do not agree on what is meant when one is left out. */
function optionsOf({ options, copy }: RestoreWork): Record<string, string | boolean> {
  return {
    RestoreSystemFiles: options.systemFiles,
    RestorePreserveSettings: options.keepSettings,
    RemoveItemsNotRestored: options.removeOthers,
    RestoreShouldReboot: options.reboot,
    RestoreDontCopyBackup: copy === undefined,
    ...(options.keepPhotos && { RestorePreserveCameraRoll: true }),
    ...(options.password !== undefined && { Password: options.password }),
  };
}

async function nameApps(afc: Afc, apps: PlistDict | undefined, signal: AbortSignal): Promise<void> {
  if (!apps) return;
  await afc.makeFolder(APPS_FOLDER, signal);
  await afc.writeFile(APPS_FILE, Buffer.from(encodeXml(apps)), signal);
}

/** What a phone asked for and did not get is missing on it, whatever it says at the end. */
function unsent(files: number, path: string): RestoreError {
  return new RestoreError('restore.partly', `${files} files were not sent, first ${path}`, {
    facts: { files, path },
  });
}

/** What happens to any conversation, as it is to be told of a restore. */
function inRestore(thrown: unknown): unknown {
  if (isPhoneError(thrown, 'phone.gone') || isThawError(thrown, 'backup.link-lost'))
    return new RestoreError('restore.link-lost', thrown.message, { cause: thrown });
  if (isThawError(thrown, 'backup.cancelled-on-phone'))
    return new RestoreError('restore.cancelled-on-phone', thrown.message, { cause: thrown });
  return thrown;
}

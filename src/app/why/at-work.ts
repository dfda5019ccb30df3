import { isAbsolute, join, resolve } from 'node:path';
import { programsNamed } from '../../host/processes.ts';
import { isPhoneError } from '../../phone/errors.ts';
import { sameUdid } from '../../phone/find.ts';
import { trySyncLock } from '../../phone/services/sync-lock-file.ts';
import type { Phone } from '../../phone/session.ts';

/** Who makes a backup of a phone now, as far as this computer can tell. */
export interface AtWork {
  /** `idevicebackup2`, or `another program` where nothing tells which. */
  readonly program: string;
  /** Where it writes; undefined when that is not known. */
  readonly folder: string | undefined;
  /** It holds the phone's sync lock. */
  readonly holdsLock: boolean;
}

const PROGRAM = 'idevicebackup2';
/** Options of idevicebackup2 that take a value. */
const WITH_VALUE = new Set(['-u', '--udid', '-s', '--source']);

/**
 * Another program that is backing this phone up: known by the sync lock it holds and by its own command line. `to`: the
 * folder that holds its backups, when somebody said so.
 */
export async function otherProgramAtWork(
  phone: Phone,
  to: string | undefined,
  signal: AbortSignal,
): Promise<AtWork | undefined> {
  const { udid } = phone.device;
  const holdsLock = await isLockHeld(phone, signal);
  const running = await programsNamed(PROGRAM);
  const commands = running.map(({ args, folder }) => readCommand(args, folder));
  // One that names no phone may be at work on any: the lock tells that it is this one.
  const mine = commands.find((command) => command?.isOf(udid, holdsLock));
  if (!holdsLock && !mine) return undefined;
  const destination = to === undefined ? mine?.destination : resolve(to);
  return {
    program: mine ? PROGRAM : 'another program',
    folder: destination === undefined ? undefined : join(destination, udid),
    holdsLock,
  };
}

async function isLockHeld(phone: Phone, signal: AbortSignal): Promise<boolean> {
  try {
    await trySyncLock(phone, signal);
    return false;
  } catch (thrown) {
    return isPhoneError(thrown, 'phone.file-locked');
  }
}

/** What `idevicebackup2 [-u UDID] backup [options] FOLDER` says; undefined for its other commands. */
function readCommand(args: readonly string[], startedIn: string | undefined) {
  if (!args.includes('backup')) return undefined;
  const values = new Map(
    args.flatMap((arg, at) => (WITH_VALUE.has(arg) ? [[arg, args[at + 1] ?? ''] as const] : [])),
  );
  const named = values.get('-u') ?? values.get('--udid');
  const last = args.at(-1) ?? '';
  const isFolder = last !== 'backup' && !last.startsWith('-') && last !== named;
  const absolute = isAbsolute(last) || startedIn !== undefined;
  return {
    isOf: (udid: string, unnamed: boolean) => (named === undefined ? unnamed : sameUdid(named, udid)),
    destination: isFolder && absolute ? resolve(startedIn ?? '/', last) : undefined,
  };
}

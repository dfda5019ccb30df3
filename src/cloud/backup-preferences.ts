import {
  asDict,
  isDict,
  maybeArrayIn,
  maybeBooleanIn,
  maybeDateIn,
  maybeDictIn,
  maybeNumberIn,
  maybeStringIn,
  numberOf,
} from '../wire/plist/access.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import type { PlistDict, PlistValue } from '../wire/plist/value.ts';
import type { CloudFault } from './error-reasons.ts';

/**
 * Where the phone keeps its own iCloud-backup state: two small property lists that every local backup holds, unencrypted
 * ones too. Names and types after public forensic tools; any key may be missing.
 */
export const PREFERENCES = {
  domain: 'HomeDomain',
  settings: 'Library/Preferences/com.apple.mobile.ldbackup.plist',
  state: 'Library/Preferences/com.apple.MobileBackup.plist',
} as const;

export interface CloudSettings {
  readonly enabled: boolean | undefined;
  readonly lastCloudBackup: Date | undefined;
  readonly lastLocalBackup: Date | undefined;
}

export interface DatedFault extends CloudFault {
  readonly at: Date | undefined;
}

export interface CloudState {
  /** 0…1, of the last or current attempt. */
  readonly progress: number | undefined;
  readonly attempts: number | undefined;
  /** The newest first. */
  readonly faults: readonly DatedFault[];
  /** Bytes that each domain would add to the iCloud backup, the largest first. */
  readonly sizes: readonly { readonly domain: string; readonly bytes: number }[];
  readonly totalBytes: number | undefined;
  /** It goes on when the phone is unlocked the next time. */
  readonly waitsForUnlock: boolean;
}

/** Dates in these files count seconds since 2001 began, UTC. */
const EPOCH_2001_MS = Date.UTC(2001, 0, 1);
const MAX_FAULTS = 50;
const TOTAL = '_TotalSize';

/** Reads `com.apple.mobile.ldbackup.plist`. Throws `wire.plist` when it is none. */
export function readCloudSettings(bytes: Uint8Array): CloudSettings {
  const dict = asDict(decodePlist(bytes), 'iCloud backup settings');
  return {
    enabled: maybeBooleanIn(dict, 'CloudBackupEnabled'),
    lastCloudBackup: since2001(maybeNumberIn(dict, 'LastCloudBackupDate')),
    lastLocalBackup: since2001(maybeNumberIn(dict, 'LastiTunesBackupDate')),
  };
}

/** Reads `com.apple.MobileBackup.plist`. Throws `wire.plist` when it is none. */
export function readCloudState(bytes: Uint8Array): CloudState {
  const dict = asDict(decodePlist(bytes), 'iCloud backup state');
  const info = maybeDictIn(dict, 'BackupStateInfo');
  const sizing = maybeDictIn(dict, 'PreflightSizing');
  const faults = [...faultsOfState(info), ...faultsOfEvents(dict)];
  return {
    progress: info && maybeNumberIn(info, 'progress'),
    attempts: info && maybeNumberIn(info, 'backupAttemptCount'),
    faults: faults.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, MAX_FAULTS),
    sizes: sizing ? sizesIn(sizing) : [],
    totalBytes: sizing && maybeNumberIn(sizing, TOTAL),
    waitsForUnlock: ['FetchMissingKeysAtNextUnlock', 'NotifyDaemonNextTimeKeyBagIsUnlocked'].some(
      (key) => maybeBooleanIn(dict, key) === true,
    ),
  };
}

function faultsOfState(info: PlistDict | undefined): DatedFault[] {
  const errors = (info && maybeArrayIn(info, 'errors')) ?? [];
  // The same key says for both kinds of backup how the last one went.
  if (info && maybeBooleanIn(info, 'isCloud') === false) return [];
  return errors.filter(isDict).flatMap((error) => {
    const domain = maybeStringIn(error, 'domain');
    const code = maybeNumberIn(error, 'code');
    if (domain === undefined || code === undefined) return [];
    const at = maybeDateIn(error, 'date') ?? utcDate(maybeStringIn(error, 'date'));
    return [{ domain, code, at }];
  });
}

/** Lines with `|`: the first field is the time, the last of those that are understood are error domain and number. */
function faultsOfEvents(dict: PlistDict): DatedFault[] {
  return (maybeArrayIn(dict, 'LastOnConditionEvents') ?? []).flatMap((line: PlistValue) => {
    if (typeof line !== 'string') return [];
    const fields = line.split('|');
    const place = fields.findIndex((field) => field.endsWith('ErrorDomain'));
    const code = Number(fields[place + 1]);
    const domain = fields[place];
    if (domain === undefined || !Number.isSafeInteger(code)) return [];
    return [{ domain, code, at: validDate(fields[0]) }];
  });
}

function sizesIn(sizing: PlistDict): CloudState['sizes'] {
  return [...sizing]
    .flatMap(([domain, value]) => {
      const bytes = numberOf(value);
      return domain === TOTAL || bytes === undefined ? [] : [{ domain, bytes }];
    })
    .sort((a, b) => b.bytes - a.bytes);
}

function since2001(seconds: number | undefined): Date | undefined {
  return seconds === undefined || seconds <= 0 ? undefined : new Date(EPOCH_2001_MS + seconds * 1000);
}

/** A time without a zone is UTC here. */
function utcDate(text: string | undefined): Date | undefined {
  return validDate(text === undefined || /Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
}

function validDate(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function timeOf({ at }: DatedFault): number {
  return at?.getTime() ?? 0;
}

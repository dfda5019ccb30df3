import { systemCodeOf } from '../kit/errors.ts';
import { ROOT } from '../vault/backup-path.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { WireError } from '../wire/errors.ts';
import { parseKeybag } from '../wire/keybag.ts';
import { pathIn } from './backup-files.ts';
import type { MetadataFile } from './finding.ts';
import type { Findings } from './findings.ts';
import { type ManifestPlist, parseInfo, parseManifestPlist, parseStatus, type Status } from './metadata.ts';
import { readMetadata } from './read-metadata.ts';

/** What the metadata say, as far as they could be read. */
export interface Structure {
  readonly manifest: ManifestPlist | undefined;
  readonly status: Status | undefined;
  /** Manifest.db is not encrypted; undefined when that cannot be told. */
  readonly listInTheClear: boolean | undefined;
}

/** iOS reads layouts from 2.4 on, and none from 4.0. */
const [OLDEST_VERSION, FIRST_UNKNOWN_VERSION] = [2.4, 4];
/** Behind the UDID in the names of copies that Finder keeps. */
const COPY_DATE = /-\d{8}-\d{6}$/;
const SQLITE_MAGIC = 'SQLite format 3\0';

/** Reads the metadata files, and finds what is missing, damaged, unfinished or of another backup. Needs no password. */
export async function checkStructure(
  view: BackupView,
  folderName: string,
  findings: Findings,
): Promise<Structure> {
  const read = async <T>(file: MetadataFile, parse: (bytes: Buffer) => T): Promise<T | undefined> => {
    const found = await readMetadata(view, file, parse);
    if (found.state === 'read') return found.value;
    if (found.state === 'missing') findings.add({ kind: 'missing-metadata', file });
    else if (found.errno !== undefined)
      findings.add({ kind: 'unreadable-place', place: file, errno: found.errno });
    else findings.add({ kind: 'damaged-metadata', file, reason: found.reason });
    return undefined;
  };
  const info = await read('Info.plist', parseInfo);
  const status = await read('Status.plist', parseStatus);
  const manifest = await read('Manifest.plist', parseManifestPlist);
  if (status) checkStatus(status, findings);
  checkOwner(folderName, info?.udid, manifest?.udid, findings);
  if (info?.iosVersion && manifest?.iosVersion && info.iosVersion !== manifest.iosVersion)
    findings.add({ kind: 'stale-info', info: info.iosVersion, manifest: manifest.iosVersion });
  const listInTheClear = await isInTheClear(view);
  if (manifest) checkLock(manifest, listInTheClear, findings);
  await checkRoot(view, findings);
  return { manifest, status, listInTheClear };
}

function checkStatus({ snapshotState, backupState, version }: Status, findings: Findings): void {
  if (snapshotState !== 'finished') findings.add({ kind: 'unfinished', state: snapshotState });
  else if (backupState === 'empty') findings.add({ kind: 'unfinished', state: backupState });
  const number = Number(version);
  if (version !== '' && !(number >= OLDEST_VERSION && number < FIRST_UNKNOWN_VERSION))
    findings.add({ kind: 'unknown-version', version });
}

/** The keybag is whole, and Manifest.db is encrypted exactly when Manifest.plist says so. */
function checkLock(manifest: ManifestPlist, listInTheClear: boolean | undefined, findings: Findings): void {
  if (manifest.encrypted) {
    const reason = keybagDamage(manifest.keybag);
    if (reason !== undefined) findings.add({ kind: 'damaged-metadata', file: 'Manifest.plist', reason });
  }
  // Before iOS 10.2 the list of files of an encrypted backup was in the clear, and had no key.
  const expected = manifest.encrypted && manifest.manifestKey !== undefined;
  if (listInTheClear === expected)
    findings.add({ kind: 'encryption-disagrees', encrypted: manifest.encrypted });
}

/** What is wrong with the keys of an encrypted backup; undefined when they are whole. */
export function keybagDamage(keybag: Uint8Array | undefined): string | undefined {
  if (!keybag) return 'no keybag';
  try {
    return parseKeybag(keybag).classes.length > 0 ? undefined : 'no keys in the keybag';
  } catch (thrown) {
    if (thrown instanceof WireError) return thrown.message;
    throw thrown;
  }
}

/** True for a database in the clear; undefined when that cannot be told: none, an empty one, the disk. */
async function isInTheClear(view: BackupView): Promise<boolean | undefined> {
  try {
    await using source = await view.open(pathIn('Manifest.db'));
    if (!source || source.size < SQLITE_MAGIC.length) return undefined;
    for await (const piece of source.chunks(SQLITE_MAGIC.length))
      return piece.toString('latin1') === SQLITE_MAGIC;
    return undefined;
  } catch (thrown) {
    if (systemCodeOf(thrown) !== undefined) return undefined;
    throw thrown;
  }
}

/** What lies beside the files and should not. */
async function checkRoot(view: BackupView, findings: Findings): Promise<void> {
  try {
    for (const { name, kind, size } of await view.list(ROOT)) {
      if (kind === 'other') findings.add({ kind: 'symlink', place: name });
      if (name === 'Snapshot' && kind === 'folder') findings.add({ kind: 'stale-snapshot' });
      if (name === 'Manifest.db-wal' && size > 0) findings.add({ kind: 'leftover-wal', bytes: size });
    }
  } catch (thrown) {
    const errno = systemCodeOf(thrown);
    if (errno === undefined) throw thrown;
    findings.add({ kind: 'unreadable-place', place: '', errno });
  }
}

/** Two files that agree are right about the phone, and the folder's name is wrong. */
function checkOwner(
  folderName: string,
  info: string | undefined,
  manifest: string | undefined,
  findings: Findings,
): void {
  const named = folderName.replace(COPY_DATE, '').toLowerCase();
  const others = [
    { file: 'Info.plist', udid: info },
    { file: 'Manifest.plist', udid: manifest },
  ] as const;
  if (info !== undefined && info === manifest && info.toLowerCase() !== named) {
    findings.add({ kind: 'renamed-folder', udid: info });
    return;
  }
  for (const { file, udid } of others) {
    if (udid !== undefined && udid.toLowerCase() !== named) findings.add({ kind: 'other-phone', file, udid });
  }
}

import { messageOf } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { readSmall } from './backup-files.ts';
import { checkFiles } from './check-files.ts';
import type { Finding, MetadataFile } from './finding.ts';
import { ManifestDb } from './manifest-db.ts';
import { type ManifestPlist, parseInfo, parseManifestPlist, parseStatus, type Status } from './metadata.ts';
import { unlock } from './unlock.ts';

export interface VerifyOptions {
  /** The folder's name, which is the phone's UDID. */
  readonly udid: string;
  readonly password?: string;
  readonly onProgress?: (files: number, of: number) => void;
  readonly signal?: AbortSignal;
}

export interface Verification {
  readonly findings: readonly Finding[];
  /** How deep it went: without the password of an encrypted backup its list of files stays closed. */
  readonly depth: 'structure' | 'files';
  readonly files: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  readonly full: boolean;
}

/**
 * Proves a backup as far as its metadata allow: the four metadata files parse, agree and are finished, the
 * database is sound, and every file it names is there with its exact size. Reads only. Damage is a finding, never
 * an error; rejects only with the signal's reason.
 */
export async function verify(view: BackupView, options: VerifyOptions): Promise<Verification> {
  const findings: Finding[] = [];
  const read = async <T>(file: MetadataFile, parse: (bytes: Buffer) => T): Promise<T | undefined> => {
    try {
      const bytes = await readSmall(view, file);
      if (bytes && bytes.length > 0) return parse(bytes);
      findings.push({ kind: 'missing-metadata', file });
    } catch (thrown) {
      findings.push({ kind: 'damaged-metadata', file, reason: messageOf(thrown) });
    }
    return undefined;
  };
  const info = await read('Info.plist', parseInfo);
  const status = await read('Status.plist', parseStatus);
  const manifest = await read('Manifest.plist', parseManifestPlist);
  if (status) findings.push(...unfinished(status));
  findings.push(...otherPhone(options.udid, 'Info.plist', info?.udid));
  findings.push(...otherPhone(options.udid, 'Manifest.plist', manifest?.udid));
  const summary = { findings, encrypted: manifest?.encrypted ?? false, full: status?.full ?? false };
  if (!manifest) return { ...summary, depth: 'structure', files: 0, bytes: 0 };
  const opened = await openDatabase(view, manifest, options, findings);
  if (!opened) return { ...summary, depth: 'structure', files: 0, bytes: 0 };
  await using database = opened;
  const checked = await checkFiles(view, database, { ...options, encrypted: manifest.encrypted }, findings);
  return { ...summary, depth: 'files', ...checked };
}

async function openDatabase(
  view: BackupView,
  manifest: ManifestPlist,
  options: VerifyOptions,
  findings: Finding[],
): Promise<ManifestDb | undefined> {
  let key: Buffer | undefined;
  if (manifest.encrypted) {
    if (options.password === undefined) return undefined;
    try {
      const keys = await unlock(manifest, options.password, options.signal);
      if (!keys) findings.push({ kind: 'wrong-password' });
      key = keys?.manifestKey;
    } catch (thrown) {
      options.signal?.throwIfAborted();
      findings.push({ kind: 'damaged-metadata', file: 'Manifest.plist', reason: messageOf(thrown) });
    }
    if (!key) return undefined;
  }
  try {
    const database = await ManifestDb.open(view, key, options.signal);
    const opinion = database.check();
    if (opinion === 'ok') return database;
    await database[Symbol.asyncDispose]();
    findings.push({ kind: 'damaged-database', reason: opinion });
  } catch (thrown) {
    options.signal?.throwIfAborted();
    findings.push({ kind: 'damaged-database', reason: messageOf(thrown) });
  }
  return undefined;
}

function unfinished(status: Status): Finding[] {
  return status.snapshotState === 'finished' ? [] : [{ kind: 'unfinished', state: status.snapshotState }];
}

function otherPhone(udid: string, file: MetadataFile, found: string | undefined): Finding[] {
  if (found === undefined || found.toLowerCase() === udid.toLowerCase()) return [];
  return [{ kind: 'other-phone', file, udid: found }];
}

import { isAbort, messageOf } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { type ContentProgress, checkContent } from './check-content.ts';
import { type Amount, checkFiles } from './check-files.ts';
import { checkStructure } from './check-structure.ts';
import { ArchiveError } from './errors.ts';
import type { Finding } from './finding.ts';
import { Findings } from './findings.ts';
import type { ManifestDb } from './manifest-db.ts';
import type { ManifestPlist } from './metadata.ts';
import { openManifest } from './open-manifest.ts';
import type { Slices } from './sample.ts';
import { type BackupKeys, unlock } from './unlock.ts';

/** structure: the metadata. files: also every file with its size. content: also every byte that can be judged. */
export type Depth = 'structure' | 'files' | 'content';

export interface VerifyOptions {
  /** The folder's name, which is the phone's UDID, perhaps with the date of a copy behind it. */
  readonly udid: string;
  readonly password?: string;
  /** How deep to go; `files` when not said. */
  readonly depth?: Depth;
  /** Of which files the contents are read; of all when not said. */
  readonly slices?: Slices;
  /** The password is right: what it opened, for whoever goes on reading, since opening takes seconds. */
  readonly onKeys?: (keys: BackupKeys) => void;
  readonly onProgress?: (files: number, of: number) => void;
  /** The contents come after the list of files is through. */
  readonly onContent?: (progress: ContentProgress) => void;
  readonly signal?: AbortSignal;
}

/** How far a check is. */
export type VerifyProgress = Pick<VerifyOptions, 'onProgress' | 'onContent'>;

export interface Verification {
  /** The first thousands of each kind. */
  readonly findings: readonly Finding[];
  /** How many of each kind there are. */
  readonly counts: Readonly<Record<string, number>>;
  /** How deep it went, which may be less than was asked for. */
  readonly depth: Depth;
  /** The list of files could be read: without the password of an encrypted backup it stays closed. */
  readonly opened: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Files whose contents were read. */
  readonly read: Amount;
  readonly encrypted: boolean;
  readonly full: boolean;
}

const NOTHING: Amount = { files: 0, bytes: 0 };

/**
 * Proves a backup: the metadata parse, agree and are finished, the list of files is sound, every file it names is
 * there with its exact size and nothing else, and, at the depth of contents, every file decrypts, has its digest, and
 * opens if it is a database or property list. Reads only. Damage, also of the disk, is a finding, never an error;
 * rejects only with the signal's reason.
 */
export async function verify(view: BackupView, options: VerifyOptions): Promise<Verification> {
  const { depth = 'files', signal } = options;
  const findings = new Findings();
  const { manifest, status, listInTheClear } = await checkStructure(view, options.udid, findings);
  const result = (reached: Depth, all: Amount, read: Amount): Verification => ({
    findings: findings.kept,
    counts: findings.counts,
    depth: reached,
    opened: list !== undefined,
    ...all,
    read,
    encrypted: manifest?.encrypted ?? false,
    full: status?.full ?? false,
  });
  // Without its Manifest.plist a backup can only be read if it was not encrypted, and then it can.
  const plain = manifest ? !manifest.encrypted : listInTheClear === true;
  const keys = plain ? {} : manifest && (await keysOf(manifest, options, findings));
  const list = keys && (await soundManifest(view, keys, options, findings));
  if (!list) return result('structure', NOTHING, NOTHING);
  await using database = list;
  if (depth === 'structure') return result('structure', NOTHING, NOTHING);
  const { sampled, vanished, ...all } = await checkFiles(
    view,
    database,
    { ...options, encrypted: !plain },
    findings,
  );
  if (depth === 'files' || vanished) return result('files', all, NOTHING);
  const read = await checkContent(
    {
      view,
      manifest: database,
      classKeys: keys.classKeys,
      of: options.slices ? sampled : all,
      slices: options.slices,
      onProgress: options.onContent,
    },
    findings,
    signal,
  );
  return result('content', all, read);
}

/** Undefined when there is no way in: no password, a wrong one, or a keybag that is damaged, which is known by now. */
async function keysOf(
  manifest: ManifestPlist,
  { password, onKeys, signal }: VerifyOptions,
  findings: Findings,
): Promise<Partial<BackupKeys> | undefined> {
  if (password === undefined || !manifest.keybag) return undefined;
  try {
    const keys = await unlock(manifest, password, signal);
    if (keys) onKeys?.(keys);
    else findings.add({ kind: 'wrong-password' });
    return keys;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    findings.add({ kind: 'damaged-metadata', file: 'Manifest.plist', reason: messageOf(thrown) });
    return undefined;
  }
}

async function soundManifest(
  view: BackupView,
  keys: Partial<BackupKeys>,
  { depth, signal }: VerifyOptions,
  findings: Findings,
): Promise<ManifestDb | undefined> {
  try {
    await using opening = new AsyncDisposableStack();
    const { database, damage } = await openManifest(view, keys.manifestKey, signal);
    opening.use(database);
    const opinion = damage ?? database.check(depth === 'content');
    if (opinion !== 'ok') findings.add({ kind: 'damaged-manifest', reason: opinion });
    else database.row(''); // a sound database may still not have the table
    if (opinion !== 'ok' && damage === undefined) return undefined;
    opening.move();
    return database;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    if (thrown instanceof ArchiveError) findings.add({ kind: 'missing-metadata', file: 'Manifest.db' });
    else findings.add({ kind: 'damaged-manifest', reason: messageOf(thrown) });
    return undefined;
  }
}

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childPath, ROOT } from '../../vault/backup-path.ts';
import type { BackupView } from '../../vault/backup-view.ts';
import { fileIdOf } from '../../wire/file-id.ts';
import type { OutputFolder } from '../read/output/output-folder.ts';
import type { KeptCopy } from '../repair/kept-copies.ts';
import type { BackupKeys } from '../unlock.ts';
import { writeIndex } from './index-files.ts';
import { isComplete } from './is-complete.ts';
import { cameraFiles, wellKnownFiles } from './known-files.ts';
import { keyOf, Ledger } from './ledger.ts';
import { type ManifestNames, nameByManifests } from './manifests.ts';
import { NAMING_DATABASES, namedBy } from './names-in-databases.ts';
import { recoverDatabase } from './recover-database.ts';
import { contentsOf, Salvager } from './save-files.ts';

export interface Salvaging {
  readonly view: BackupView;
  readonly out: OutputFolder;
  /** Where `out` is on the disk. */
  readonly outPath: string;
  readonly kept: readonly KeptCopy[];
  readonly password: string | undefined;
  /** An own folder, closed to others. */
  readonly scratch: string;
  readonly onProgress?: (progress: SalvageProgress) => void;
}

export interface SalvageProgress {
  readonly files: number;
  readonly of: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What was brought out. */
export interface Salvaged {
  /** Files of the phone that lie in the backup. */
  readonly found: number;
  /** Brought out under the names they had on the phone, and sorted by what they hold. */
  readonly named: number;
  readonly unnamed: number;
  /** Of these, not whole. */
  readonly incomplete: number;
  /** Databases of which a readable copy was made beside the damaged one. */
  readonly recovered: number;
  /** Encrypted, and no key for them. */
  readonly locked: number;
  /** Nothing in them. */
  readonly empty: number;
  /** The backup is encrypted; `opened`: its keys were found and the password opens them. */
  readonly encrypted: boolean;
  readonly opened: boolean;
}

const FILE_ID = /^[0-9a-f]{40}$/;

/**
 * Brings whatever can be identified out of a backup that may have no list of files, into a plain folder with an
 * index. The backup is only read; nothing that is in the folder already is overwritten, and what an earlier time
 * brought out is not brought out again.
 */
export async function salvage(salvaging: Salvaging, signal?: AbortSignal): Promise<Salvaged> {
  using ledger = new Ledger(salvaging.scratch);
  await findFiles(salvaging.view, ledger, signal);
  const manifests = await nameByManifests(salvaging, ledger, signal);
  for (const { fileId, domain, path } of wellKnownFiles())
    ledger.addName(fileId, { domain, path, source: 'well-known', blob: undefined, keys: undefined });
  const encrypted = manifests.encrypted || looksEncrypted(ledger, manifests);
  if (ledger.unnamedKeys().size > 0) {
    const hasPhotos = await nameByDatabases(salvaging, ledger, manifests, signal);
    if (!hasPhotos && !encrypted) nameByCamera(ledger);
  }
  const salvager = new Salvager(salvaging, ledger, { ...manifests, encrypted });
  await salvager.saveAll(signal);
  const salvaged = salvager.result();
  await writeIndex(salvaging.out, ledger, salvaged);
  return salvaged;
}

/** Files whose names are those of a backup's, wherever they lie: also in Snapshot, and in the folders of old layouts. */
async function findFiles(view: BackupView, ledger: Ledger, signal: AbortSignal | undefined): Promise<void> {
  for await (const { kind, path, name, size } of view.walk(childPath(ROOT, ''))) {
    signal?.throwIfAborted();
    if (kind === 'file' && FILE_ID.test(name)) ledger.addFound({ place: path, fileId: name, size });
  }
}

function nameByCamera(ledger: Ledger): void {
  const unnamed = ledger.unnamedKeys();
  for (const { fileId, domain, path } of cameraFiles())
    if (unnamed.has(keyOf(fileId)))
      ledger.addName(fileId, { domain, path, source: 'camera', blob: undefined, keys: undefined });
}

/** Databases that could be named themselves name others: attachments, recordings, photos; true when the list of photos could be read. */
async function nameByDatabases(
  { view, scratch }: Salvaging,
  ledger: Ledger,
  { keys }: ManifestNames,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let hasPhotos = false;
  for (const naming of NAMING_DATABASES) {
    signal?.throwIfAborted();
    const copy = join(scratch, 'naming.sqlite');
    for (const side of ['', '-wal']) {
      const place = ledger.placeOf(fileIdOf(naming.domain, `${naming.path}${side}`));
      if (place !== undefined) await copyOut(view, ledger, place, keys, `${copy}${side}`);
    }
    const whole = join(scratch, 'naming-recovered.sqlite');
    const main = ledger.placeOf(fileIdOf(naming.domain, naming.path)) !== undefined;
    const path = main && !(await isComplete(copy)) && recoverDatabase(copy, whole, signal) ? whole : copy;
    if (main) {
      for (const { fileId, domain, path: named } of namedBy(naming, path)) {
        hasPhotos ||= domain === 'CameraRollDomain';
        ledger.addName(fileId, { domain, path: named, source: 'database', blob: undefined, keys: undefined });
      }
    }
    for (const file of [copy, `${copy}-wal`, `${copy}-shm`, whole]) await rm(file, { force: true });
  }
  return hasPhotos;
}

/** Where no list of files is left to say it: only what is encrypted has nothing but sizes of whole blocks. */
function looksEncrypted(ledger: Ledger, { rows }: ManifestNames): boolean {
  const { files, ofWholeBlocks } = ledger.totals();
  return rows === 0 && files >= MIN_SAMPLE && ofWholeBlocks / files > WHOLE_BLOCKS_SHARE;
}

const MIN_SAMPLE = 20;
/** The last file of a run that was cut may be cut itself. */
const WHOLE_BLOCKS_SHARE = 0.9;

async function copyOut(
  view: BackupView,
  ledger: Ledger,
  place: string,
  keys: readonly BackupKeys[],
  to: string,
): Promise<void> {
  await writeFile(to, contentsOf(view, ledger, place, keys), { mode: 0o600 });
}

import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import type { BackupView } from '../vault/backup-view.ts';
import { decryptManifest, encryptFile } from '../wire/file-cipher.ts';
import { MANIFEST_DDL } from '../wire/manifest-schema.ts';
import { pathIn, readSmall } from './backup-files.ts';
import { ArchiveError } from './errors.ts';
import { parseManifestPlist } from './metadata.ts';
import { ReducedView } from './reduced-view.ts';
import { scratchFolder } from './scratch.ts';
import { unlock } from './unlock.ts';

const READ_BYTES = 1024 * 1024;

/** A part of a backup that is a backup itself; its Manifest.db goes when it is released. */
export interface Reduced extends AsyncDisposable {
  readonly view: BackupView;
  readonly domains: readonly string[];
}

/**
 * A backup of some domains of another, to be restored alone: a Manifest.db of its own, under the same keys, over the other's
 * files, of which none is copied. `choose` is given the domains there are. Rejects as opening a backup does.
 */
export async function reduce(
  view: BackupView,
  choose: (domains: readonly string[]) => readonly string[],
  password: string | undefined,
  signal: AbortSignal,
): Promise<Reduced> {
  const key = await manifestKeyOf(view, password, signal);
  await using made = new AsyncDisposableStack();
  const scratch = made.use(await scratchFolder());
  const clear = join(scratch.path, 'clear.db');
  const domains = writeChosen(clear, await wholeIn(view, key, scratch.path, signal), choose);
  const stored = key ? join(scratch.path, 'Manifest.db') : clear;
  if (key)
    await pipeline(
      createReadStream(clear),
      encryptFile(key).setAutoPadding(false),
      createWriteStream(stored, { mode: 0o600 }),
      { signal },
    );
  const reduced = made.use(new ReducedView(view, { clear, stored }));
  const resources = made.move();
  return { view: reduced, domains, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

async function manifestKeyOf(
  view: BackupView,
  password: string | undefined,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const bytes = await readSmall(view, 'Manifest.plist');
  const plist = bytes && bytes.length > 0 ? parseManifestPlist(bytes) : undefined;
  if (!plist)
    throw new ArchiveError('archive.damaged', 'no Manifest.plist', { facts: { file: 'Manifest.plist' } });
  if (!plist.encrypted) return undefined;
  if (password === undefined) throw new ArchiveError('archive.password-needed', 'the backup is encrypted');
  const keys = await unlock(plist, password, signal);
  if (!keys) throw new ArchiveError('archive.wrong-password', 'the password does not open the backup');
  return keys.manifestKey;
}

/** Where the backup's own database lies in the clear. */
async function wholeIn(
  view: BackupView,
  key: Buffer | undefined,
  scratch: string,
  signal: AbortSignal,
): Promise<string> {
  const place = pathIn('Manifest.db');
  const stored = await view.physicalPath(place);
  await using source = await view.open(place);
  if (stored === undefined || !source)
    throw new ArchiveError('archive.no-manifest', 'Manifest.db is missing');
  if (!key) return stored;
  const whole = join(scratch, 'whole.db');
  const out = createWriteStream(whole, { mode: 0o600 });
  await pipeline(source.chunks(READ_BYTES), decryptManifest(key), out, { signal });
  return whole;
}

/** Writes a new Manifest.db with the rows of the chosen domains; gives these domains. */
function writeChosen(
  path: string,
  from: string,
  choose: (domains: readonly string[]) => readonly string[],
): readonly string[] {
  using database = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  const source = pathToFileURL(from);
  source.searchParams.set('immutable', '1');
  database.prepare('ATTACH ? AS whole').run(source.href);
  const rows = database.prepare('SELECT DISTINCT domain AS name FROM whole.Files ORDER BY domain').all();
  const chosen = choose(rows.map(({ name }) => String(name)));
  database.exec('BEGIN');
  const take = database.prepare('INSERT INTO main.Files SELECT * FROM whole.Files WHERE domain = ?');
  for (const domain of chosen) take.run(domain);
  // A phone's own database is marked as having a write-ahead log, though none travels with it.
  database.exec('COMMIT; DETACH whole; PRAGMA journal_mode = WAL');
  return chosen;
}

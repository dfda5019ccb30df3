import { pathIn } from '../../archive/backup-files.ts';
import { keybagDamage } from '../../archive/check-structure.ts';
import { ManifestDb } from '../../archive/manifest-db.ts';
import { parseManifestPlist } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import { sizeInWords } from '../../kit/amounts.ts';
import { messageOf } from '../../kit/errors.ts';
import { type BackupView, viewOfFolder } from '../../vault/backup-view.ts';
import { type Check, fine, folderOf } from './check.ts';

/** Reports tell of daemons killed for memory over manifests of about a gigabyte. */
const DEADLY_BYTES = 900_000_000;
/** Checking reads all of it, and nothing else happens meanwhile. */
const MAX_CHECKED_BYTES = 100_000_000;

/** The list of files that the phone reads first: too large for its memory, or damaged. */
export const manifest: Check = {
  id: 'manifest',
  title: 'the earlier backup’s list of files',
  requirements: ['A3', 'A13', 'D12'],
  async look(context) {
    const folder = folderOf(context);
    if (folder === undefined) return undefined;
    const view = viewOfFolder(folder);
    const bytes = (await view.stat(pathIn('Manifest.db')))?.size;
    if (!bytes) return undefined;
    if (bytes >= DEADLY_BYTES)
      return {
        standing: 'note',
        sentence: `The earlier backup’s list of files is very large (${sizeInWords(bytes)}): phones have run out of memory over such.`,
        next: 'Nothing for now: Thaw hands it over in small pieces. If it fails all the same, back up with --full.',
        evidence: [{ kind: 'manifest.large', source: 'destination', facts: { bytes } }],
      };
    if (bytes > MAX_CHECKED_BYTES)
      return fine(`The earlier backup’s list of files has ${sizeInWords(bytes)}, which phones can bear.`);
    const reason = await damageOf(view);
    if (reason === undefined) return fine('The earlier backup’s list of files is sound.');
    return {
      standing: 'broken',
      sentence: 'The earlier backup’s list of files is damaged.',
      next: 'Just start: “thaw backup” sets it aside and makes a fresh one. “thaw repair” may mend the old.',
      evidence: [{ kind: 'manifest.damaged', source: 'destination', facts: { reason } }],
    };
  },
};

/** What is wrong with it; undefined when nothing is. Of an encrypted one only the keys can be looked at. */
async function damageOf(view: BackupView): Promise<string | undefined> {
  const properties = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  if (properties.state !== 'read') return undefined;
  // What no password opens, no phone builds on.
  if (properties.value.encrypted) return keybagDamage(properties.value.keybag);
  try {
    await using database = await ManifestDb.open(view, undefined);
    const verdict = database.check();
    return verdict === 'ok' ? undefined : verdict;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { copyOut, type Extraction, untilDamage, writeOut } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { splitName } from '../output/safe-name.ts';
import { AlbumLists } from './album-lists.ts';
import type { Asset } from './asset.ts';
import { filesOf } from './asset-files.ts';
import { folderOf, stemOf } from './asset-names.ts';
import { ContactSheets } from './contact-sheets.ts';
import { exportUnlisted, exportWithoutLibrary } from './export-files.ts';
import { assetsOf, assetTable, countAssets, PHOTOS } from './library.ts';

/** What became of one photo or video. Paths are below the export. */
export interface ExportedAsset {
  readonly state: 'here' | 'only-in-icloud' | 'missing';
  readonly file: string | undefined;
  readonly motion: string | undefined;
  readonly raw: string | undefined;
  readonly edited: string | undefined;
  readonly editedMotion: string | undefined;
  /** Stands in for what is only in iCloud, or what no browser shows. */
  readonly preview: string | undefined;
}

/** Writes photos and videos by month, with lists of the albums, pages to look through, and all facts as JSON lines. */
export async function exportPhotos(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  const out = extraction.out.within('Photos');
  await using opened = await backup.openDatabase(PHOTOS.domain, PHOTOS.path, signal);
  const database = opened && new AppDatabase(opened.database);
  if (!database || assetTable(database) === undefined) {
    const found = await exportWithoutLibrary(extraction, out);
    if (found === 0) throw new ExtractError('extract.none', 'no photos', { facts: { kind: 'photos' } });
    return;
  }
  extraction.plan(countAssets(database), 0);
  const albums = new AlbumLists();
  const sheets = new ContactSheets();
  const known = new Set<string>();
  const counts = { here: 0, 'only-in-icloud': 0, missing: 0 };
  const lines = async function* (): AsyncGenerator<string> {
    for (const asset of untilDamage(extraction, 'rest of the photo library', assetsOf(database))) {
      signal.throwIfAborted();
      const exported = await exportAsset(extraction, out, asset);
      counts[exported.state] += 1;
      known.add(splitName(asset.path).stem);
      albums.add(asset, exported);
      sheets.add(asset, exported);
      const { key: _, ...facts } = asset;
      yield `${JSON.stringify({ ...facts, ...exported })}\n`;
      extraction.advance(1, 0);
    }
  };
  await writeOut(extraction, out, ['photos.jsonl'], lines());
  await albums.write(extraction, out);
  await sheets.write(extraction, out, counts);
  const unlisted = await exportUnlisted(extraction, out, known);
  extraction.tell({ type: 'counted', what: 'photos and videos', count: counts.here + unlisted });
  for (const [reason, count] of [
    ['only-in-icloud', counts['only-in-icloud']],
    ['not-in-backup', counts.missing],
  ] as const) {
    if (count > 0) extraction.tell({ type: 'left-out', name: 'photos and videos', reason, count });
  }
}

async function exportAsset(extraction: Extraction, out: OutputFolder, asset: Asset): Promise<ExportedAsset> {
  const files = filesOf(extraction.backup, asset);
  const modified = asset.createdAt;
  const copy = async (entry: typeof files.original, folders: readonly string[], suffix: string) => {
    if (!entry) return undefined;
    const name = `${stemOf(asset)}${suffix}${splitName(entry.relativePath).extension}`;
    return (
      await copyOut(extraction, entry, out, [...folders, name], { modified: modified ?? entry.modified })
    )?.path;
  };
  const folder = folderOf(asset);
  const file = await copy(files.original, folder, '');
  const edited = asset.isEdited ? await copy(files.edited, folder, '_edited') : undefined;
  const needsPreview = file === undefined || !/\.(?:jpe?g|png|gif|webp)$/i.test(file);
  return {
    state: file !== undefined ? 'here' : asset.onlyInCloud ? 'only-in-icloud' : 'missing',
    file,
    motion: await copy(files.motion, folder, ''),
    raw: await copy(files.raw, folder, ''),
    edited,
    editedMotion: asset.isEdited ? await copy(files.editedMotion, folder, '_edited') : undefined,
    preview: needsPreview ? await copy(files.preview, ['previews', ...folder], '_preview') : undefined,
  };
}

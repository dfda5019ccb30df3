import type { BackupEntry, OpenBackup } from '../../open-backup.ts';
import { splitName } from '../output/safe-name.ts';
import type { Asset } from './asset.ts';
import { PHOTOS } from './library.ts';

/** Every file there may be of one photo or video. */
export interface AssetFiles {
  readonly original: BackupEntry | undefined;
  /** The moving half of a Live Photo. */
  readonly motion: BackupEntry | undefined;
  readonly raw: BackupEntry | undefined;
  /** As it was last edited on the phone. */
  readonly edited: BackupEntry | undefined;
  readonly editedMotion: BackupEntry | undefined;
  /** A small JPEG the phone made. */
  readonly preview: BackupEntry | undefined;
}

/** Looks up what is in the backup of an asset. */
export function filesOf(backup: OpenBackup, asset: Asset): AssetFiles {
  const find = (...paths: readonly string[]): BackupEntry | undefined => firstFile(backup, paths);
  const { stem, extension } = splitName(asset.path);
  const beside = (...extensions: readonly string[]): BackupEntry | undefined =>
    find(
      ...extensions
        .filter((each) => each.toLowerCase() !== extension.toLowerCase())
        .map((each) => stem + each),
    );
  const isPhoto = asset.kind === 'photo';
  const renders = `${stem.replace(/^Media\//, 'Media/PhotoData/Mutations/')}/Adjustments/FullSizeRender`;
  const thumbnails = asset.path.replace(/^Media\//, 'Media/PhotoData/Thumbnails/V2/');
  return {
    original: find(asset.path),
    motion: isPhoto && asset.special === 'live' ? beside('.MOV', '.mov') : undefined,
    raw: isPhoto ? beside('.DNG', '.dng') : undefined,
    edited: isPhoto
      ? find(`${renders}.jpg`, `${renders}.heic`, `${renders}.HEIC`, `${renders}.JPG`)
      : find(`${renders}.mov`),
    editedMotion: isPhoto && asset.special === 'live' ? find(`${renders}.mov`) : undefined,
    preview: find(`${thumbnails}/5003.JPG`, `${thumbnails}/5005.JPG`),
  };
}

function firstFile(backup: OpenBackup, paths: readonly string[]): BackupEntry | undefined {
  for (const path of paths) {
    const entry = backup.find(PHOTOS.domain, path);
    if (entry?.kind === 'file') return entry;
  }
  return undefined;
}

import type { BackupEntry, OpenBackup } from '../../archive/open-backup.ts';
import type { AppDatabase } from '../../archive/read/database/app-database.ts';
import { shownAs } from '../../archive/read/output/media.ts';
import type { Asset, AssetKey } from '../../archive/read/photos/asset.ts';
import { filesOf } from '../../archive/read/photos/asset-files.ts';
import { assetKeys, assetsOf, assetTable, countAssets, PHOTOS } from '../../archive/read/photos/library.ts';
import type { PhotoCard } from '../../kit/backup-cards.ts';
import { isoOf, maybeIso } from './iso.ts';
import { type Marks, markPages } from './marks.ts';
import type { PageOf } from './questions.ts';

const PHOTOS_A_PAGE = 120;
/** Larger pictures are no thumbnails: a grid of them would fill the browser's memory. */
const MAX_THUMBNAIL_BYTES = 12 * 1024 * 1024;
const REGULAR_FILE = 1;
const CAMERA = 'Media/DCIM';
const VIDEO = /\.(?:mov|mp4|m4v)$/i;
const PICTURE = /\.(?:heic|heif|jpe?g|png|gif|webp|dng|mov|mp4|m4v)$/i;

/** A list of pictures, the oldest first, that can be read on from any mark. */
interface Album {
  readonly marks: Marks<unknown>;
  page(number: number, limit: number): readonly PhotoCard[];
}

/** The photos and videos of a backup, the newest first. */
export class PhotoPages {
  readonly #album: Album;

  private constructor(album: Album) {
    this.#album = album;
  }

  /** `database` is the photo library's; without one the camera's own folders tell what is a picture. */
  static async of(
    backup: OpenBackup,
    database: AppDatabase | undefined,
    rest: () => Promise<void>,
  ): Promise<PhotoPages> {
    const library = database && assetTable(database) !== undefined ? database : undefined;
    const album = library ? albumOfLibrary(backup, library, rest) : albumOfFolders(backup, rest);
    return new PhotoPages(await album);
  }

  get total(): number {
    return this.#album.marks.total;
  }

  /** Pages are counted from the newest, and the album's from the oldest, where there may be a short one. */
  page(number: number): PageOf<PhotoCard> {
    const { total } = this;
    const pages = this.#album.marks.before.length;
    const about = { total, size: PHOTOS_A_PAGE };
    if (number >= pages) return { ...about, items: [] };
    const own = pages - 1 - number;
    return {
      ...about,
      items: this.#album.page(own, own === 0 ? firstOf(total) : PHOTOS_A_PAGE).toReversed(),
    };
  }
}

/** How many are on the page of the oldest. */
function firstOf(total: number): number {
  return total % PHOTOS_A_PAGE || PHOTOS_A_PAGE;
}

async function albumOfLibrary(
  backup: OpenBackup,
  database: AppDatabase,
  rest: () => Promise<void>,
): Promise<Album> {
  const first = firstOf(countAssets(database));
  const marks = await markPages<AssetKey>(assetKeys(database), PHOTOS_A_PAGE, rest, first);
  return {
    marks,
    page: (number, limit) =>
      [...assetsOf(database, { after: marks.before[number], limit })].map((asset) => photoOf(backup, asset)),
  };
}

function photoOf(backup: OpenBackup, asset: Asset): PhotoCard {
  const { original, edited, preview } = filesOf(backup, asset);
  const shown = [asset.isEdited ? edited : undefined, preview, original, edited].find(isThumbnail);
  const { kind, favorite, isDeleted: deleted, onlyInCloud } = asset;
  return {
    fileId: original?.fileId ?? null,
    thumbnail: shown?.fileId ?? null,
    name: asset.originalName,
    at: maybeIso(asset.createdAt),
    ...{ kind, favorite, deleted, onlyInCloud },
    special: asset.special ?? null,
    bytes: original?.size ?? 0,
  };
}

async function albumOfFolders(backup: OpenBackup, rest: () => Promise<void>): Promise<Album> {
  const pictures = function* (after = ''): Generator<string | undefined> {
    for (const { relativePath, flags } of backup.pathsBelow(PHOTOS.domain, CAMERA, after))
      yield flags === REGULAR_FILE && PICTURE.test(relativePath) ? relativePath : undefined;
  };
  const { total } = await markPages(pictures(), PHOTOS_A_PAGE, rest);
  const marks = await markPages(pictures(), PHOTOS_A_PAGE, rest, firstOf(total));
  return {
    marks,
    page: (number, limit) =>
      Iterator.from(pictures(marks.before[number]))
        .map((path) => (path === undefined ? undefined : backup.find(PHOTOS.domain, path)))
        .filter((entry) => entry !== undefined)
        .take(limit)
        .map(photoOfFile)
        .toArray(),
  };
}

function photoOfFile(entry: BackupEntry): PhotoCard {
  const { fileId, relativePath, modified, size } = entry;
  return {
    fileId,
    thumbnail: isThumbnail(entry) ? fileId : null,
    name: relativePath.slice(relativePath.lastIndexOf('/') + 1),
    at: isoOf(modified),
    kind: VIDEO.test(relativePath) ? 'video' : 'photo',
    special: null,
    favorite: false,
    deleted: false,
    bytes: size,
    onlyInCloud: false,
  };
}

function isThumbnail(entry: BackupEntry | undefined): boolean {
  return entry !== undefined && shownAs(entry.relativePath) === 'image' && entry.size <= MAX_THUMBNAIL_BYTES;
}

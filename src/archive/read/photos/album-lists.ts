import { type Extraction, writeOut } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import type { Asset } from './asset.ts';
import type { ExportedAsset } from './export.ts';

/** A list of files for each album, so that nothing is stored twice. Many players and viewers open such lists. */
export class AlbumLists {
  readonly #albums = new Map<string, string[]>();

  add({ albums, originalName }: Asset, { file, state }: ExportedAsset): void {
    for (const { title } of albums) {
      const list = this.#albums.get(title) ?? [];
      list.push(file === undefined ? `# ${originalName.replaceAll('\n', ' ')} (${state})` : `../${file}`);
      this.#albums.set(title, list);
    }
  }

  async write(extraction: Extraction, out: OutputFolder): Promise<void> {
    for (const [title, list] of this.#albums) {
      await writeOut(
        extraction,
        out,
        ['Albums', `${title}.m3u8`],
        ['#EXTM3U\n', ...list.map((line) => `${line}\n`)],
      );
    }
    extraction.tell({ type: 'counted', what: 'albums', count: this.#albums.size });
  }
}

import { type Extraction, writeOut } from '../extraction.ts';
import { fileUrl, type Html, html } from '../output/html.ts';
import { shownAs } from '../output/media.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import type { Asset } from './asset.ts';
import { folderOf, takenAt } from './asset-names.ts';
import type { ExportedAsset } from './export.ts';

interface Figure {
  readonly link: string | undefined;
  readonly picture: string | undefined;
  readonly name: string;
  readonly when: string;
  readonly inCloud: boolean;
}

/** Pages with small pictures, one for each month: they need no program that knows HEIC, for the phone made small JPEGs. */
export class ContactSheets {
  readonly #sheets = new Map<string, Figure[]>();

  add(asset: Asset, { file, edited, preview, state }: ExportedAsset): void {
    const best = edited ?? file;
    const sheet = folderOf(asset).at(-1) ?? '';
    const figures = this.#sheets.get(sheet) ?? [];
    figures.push({
      link: best ?? preview,
      picture: best !== undefined && shownAs(best) === 'image' ? best : preview,
      name: asset.originalName,
      when: takenAt(asset) ?? '',
      inCloud: state === 'only-in-icloud',
    });
    this.#sheets.set(sheet, figures);
  }

  async write(
    extraction: Extraction,
    out: OutputFolder,
    counts: Readonly<Record<ExportedAsset['state'], number>>,
  ): Promise<void> {
    const links: Html[] = [];
    for (const [title, figures] of this.#sheets) {
      const { path } = await writeOut(extraction, out, ['pages', `${title}.html`], sheetOf(title, figures));
      links.push(
        html`<li><a href="${fileUrl(path)}">${title}</a> <span class="soft">${figures.length}</span></li>\n`,
      );
    }
    const cloud = counts['only-in-icloud'];
    const lead = html`<p>${counts.here.toLocaleString('en')} photos and videos${
      cloud > 0 ? `; ${cloud.toLocaleString('en')} more are only in iCloud and not in this backup` : ''
    }${counts.missing > 0 ? `; ${counts.missing.toLocaleString('en')} are named by the library and missing` : ''}</p>`;
    const contents = [
      pageStart('Photos', lead),
      '<ul class="plain">\n',
      ...links.map(({ value }) => value),
      `</ul>\n${PAGE_END}`,
    ];
    await writeOut(extraction, out, ['index.html'], contents);
  }
}

function* sheetOf(title: string, figures: readonly Figure[]): Generator<string> {
  yield pageStart(title, html`<nav><a href="../index.html">All photos</a></nav>`);
  yield '<div class="grid">\n';
  for (const figure of figures) yield figureHtml(figure).value;
  yield `</div>\n${PAGE_END}`;
}

function figureHtml({ link, picture, name, when, inCloud }: Figure): Html {
  const shown =
    picture === undefined
      ? html`<span class="chip">${name}</span>`
      : html`<img src="${fileUrl(`../${picture}`)}" alt="${name}" loading="lazy">`;
  const linked = link === undefined ? shown : html`<a href="${fileUrl(`../${link}`)}">${shown}</a>`;
  return html`<figure>${linked}<figcaption>${when.slice(0, 16).replaceAll('.', ':')} ${name}${inCloud ? ' (only in iCloud)' : ''}</figcaption></figure>\n`;
}

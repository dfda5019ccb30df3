import { fileUrl, type Html, html } from '../read/output/html.ts';
import type { OutputFolder } from '../read/output/output-folder.ts';
import { PAGE_END, pageStart } from '../read/output/page.ts';
import type { Ledger, Saved } from './ledger.ts';
import type { Salvaged } from './salvage.ts';

/** More links than this make a page nobody can open; all are in index.json. */
const MAX_LINKS = 20_000;

/** Says what is in the folder: `index.json` for programs, `index.html` for people. */
export async function writeIndex(out: OutputFolder, ledger: Ledger, salvaged: Salvaged): Promise<void> {
  await out.write(['index.json'], jsonOf(ledger, salvaged));
  await out.write(['index.html'], pageOf(ledger, salvaged));
}

function* jsonOf(ledger: Ledger, salvaged: Salvaged): Generator<string> {
  yield `{"salvaged":${JSON.stringify(salvaged)},"files":[`;
  let first = true;
  for (const entry of ledger.saved()) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(entry)}`;
    first = false;
  }
  yield '\n]}\n';
}

function* pageOf(ledger: Ledger, salvaged: Salvaged): Generator<string> {
  yield pageStart('What was salvaged', summary(salvaged));
  let group = '';
  let links = 0;
  for (const entry of ledger.saved()) {
    if (entry.path === undefined) continue;
    links += 1;
    if (links > MAX_LINKS) break;
    if (entry.group !== group) {
      yield html`${group === '' ? undefined : html`</ul>`}<h2>${headingOf(entry.group)}</h2><ul>`.value;
      group = entry.group;
    }
    yield `${linkTo(entry).value}\n`;
  }
  if (group !== '') yield '</ul>\n';
  if (links > MAX_LINKS) yield html`<p>There are more: index.json lists all.</p>`.value;
  yield PAGE_END;
}

function linkTo(entry: Saved): Html {
  const path = entry.path ?? '';
  const label = entry.name ?? path.split('/').at(-1) ?? path;
  const about = [entry.domain, entry.kind, `${entry.size.toLocaleString('en')} bytes`, entry.note]
    .filter((text) => text !== undefined)
    .join(' · ');
  return html`<li><a href="${fileUrl(path)}">${label}</a> <small>${about}</small></li>`;
}

const HEADINGS: Readonly<Record<string, string>> = {
  photos: 'Photos',
  videos: 'Videos',
  audio: 'Sound',
  databases: 'Databases (messages, contacts, notes and the like)',
  settings: 'Settings',
  documents: 'Documents',
  other: 'Everything else',
};

function headingOf(group: string): string {
  return HEADINGS[group] ?? group;
}

function summary({ found, named, unnamed, incomplete, recovered, locked, empty }: Salvaged): Html {
  const number = (count: number): string => count.toLocaleString('en');
  return html`<p>${number(found)} files were found in the backup. ${number(named)} of them with the name they had on the phone
(in the folder “named”), ${number(unnamed)} sorted by what they hold (in the folder “unnamed”).
${incomplete > 0 ? `${number(incomplete)} are not whole. ` : ''}${recovered > 0 ? `Beside ${number(recovered)} damaged databases lies a copy with what can be read of them. ` : ''}${locked > 0 ? `${number(locked)} are encrypted and were left where they are: without their keys nobody can read them. ` : ''}${empty > 0 ? `${number(empty)} hold nothing.` : ''}</p>`;
}

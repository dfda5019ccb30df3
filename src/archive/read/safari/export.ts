import type { OpenBackup, OpenedDatabase } from '../../open-backup.ts';
import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { type Extraction, untilDamage, writeOut } from '../extraction.ts';
import { CSV_START, csvLine } from '../output/csv.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { netscapeBookmarks } from './bookmark-file.ts';
import { type Bookmark, bookmarksOf } from './bookmarks.ts';
import { visitsOf } from './history.ts';

/** Where Safari's files lie depends on the version. */
const DOMAINS = [
  'HomeDomain',
  'AppDomain-com.apple.mobilesafari',
  'AppDomainGroup-group.com.apple.safari',
] as const;

/** Writes bookmarks and Reading List (for any browser, and as tables), history and open tabs. */
export async function exportSafari(extraction: Extraction): Promise<void> {
  const out = extraction.out.within('Safari');
  const bookmarks = await exportBookmarks(extraction, out, 'Bookmarks.db', 'bookmarks');
  const tabs = await exportBookmarks(extraction, out, 'SafariTabs.db', 'tabs');
  const history = await exportHistory(extraction, out);
  if (!history && !extraction.backup.encrypted)
    extraction.tell({
      type: 'left-out',
      name: 'browsing history',
      reason: 'needs-encrypted-backup',
      count: 1,
    });
  if (!bookmarks && !tabs && !history)
    throw new ExtractError('extract.none', 'no Safari data', { facts: { kind: 'Safari' } });
}

async function exportBookmarks(
  extraction: Extraction,
  out: OutputFolder,
  file: string,
  what: 'bookmarks' | 'tabs',
): Promise<boolean> {
  await using opened = await openSafari(extraction.backup, file, extraction.signal);
  if (!opened) return false;
  const database = new AppDatabase(opened.database);
  let count = 0;
  const lines = function* (): Generator<string> {
    for (const bookmark of untilDamage(extraction, `rest of the ${what}`, bookmarksOf(database))) {
      count += 1;
      yield `${JSON.stringify(bookmark)}\n`;
    }
  };
  await writeOut(extraction, out, [`${what}.jsonl`], lines());
  await writeOut(
    extraction,
    out,
    [`${what}.csv`],
    untilDamage(extraction, `rest of the ${what}, as a table`, table(bookmarksOf(database))),
  );
  await writeOut(
    extraction,
    out,
    [`${what}.html`],
    netscapeBookmarks(
      untilDamage(extraction, `rest of the ${what}, for browsers`, bookmarksOf(database)),
      what,
    ),
  );
  extraction.tell({ type: 'counted', what, count });
  return true;
}

function* table(bookmarks: Iterable<Bookmark>): Generator<string> {
  yield CSV_START;
  yield csvLine(['Folder', 'Title', 'Address']);
  for (const { folders, title, url } of bookmarks) yield csvLine([folders.join(' / '), title, url]);
}

async function exportHistory(extraction: Extraction, out: OutputFolder): Promise<boolean> {
  await using opened = await openSafari(extraction.backup, 'History.db', extraction.signal);
  if (!opened) return false;
  const database = new AppDatabase(opened.database);
  let count = 0;
  const rows = function* (): Generator<string> {
    yield CSV_START;
    yield csvLine(['Date', 'Title', 'Address', 'From']);
    for (const { at, title, url, from } of untilDamage(
      extraction,
      'rest of the history',
      visitsOf(database),
    )) {
      extraction.signal.throwIfAborted();
      count += 1;
      yield csvLine([at, title, url, from]);
    }
  };
  const lines = function* (): Generator<string> {
    for (const visit of untilDamage(extraction, 'rest of the history, as JSON', visitsOf(database)))
      yield `${JSON.stringify(visit)}\n`;
  };
  await writeOut(extraction, out, ['history.csv'], rows());
  await writeOut(extraction, out, ['history.jsonl'], lines());
  extraction.tell({ type: 'counted', what: 'visits', count });
  return true;
}

async function openSafari(
  backup: OpenBackup,
  file: string,
  signal: AbortSignal,
): Promise<OpenedDatabase | undefined> {
  for (const domain of DOMAINS) {
    const opened = await backup.openDatabase(domain, `Library/Safari/${file}`, signal);
    if (opened) return opened;
  }
  return undefined;
}

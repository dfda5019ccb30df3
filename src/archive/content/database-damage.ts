import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { messageOf } from '../../kit/errors.ts';

/** What SQLite says when the file itself is at fault: SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB. */
const DAMAGE: ReadonlySet<number> = new Set([10, 11, 26]);
/** The first ones may be about no more than rules an app broke itself. */
const MAX_REMARKS = 100;
/** How SQLite speaks of pages that make no sense. */
const PAGE_REMARK = /\b(?:tree|page|pages|freelist|cell|cells|malformed|out of order|index|child)\b/i;
/** Of tables whose kind, or whose sorting, only the app's own SQLite knows. */
const FOREIGN_REMARK = /virtual table|unable to validate|no such|inverted index/i;

/**
 * Why SQLite cannot use a database; undefined when it can. Rows that break an app's own rules, and parts only the app's
 * own SQLite understands, are no damage. `asIs`: look at this file alone, and make none beside it.
 */
export function databaseDamage(path: string, { asIs }: { readonly asIs: boolean }): string | undefined {
  try {
    const url = pathToFileURL(path);
    if (asIs) url.searchParams.set('immutable', '1');
    using database = new DatabaseSync(url, { readOnly: true });
    const remarks = database.prepare(`PRAGMA quick_check(${MAX_REMARKS})`).all();
    return remarks
      .map((remark) => String(remark['quick_check']))
      .find((text) => text !== 'ok' && PAGE_REMARK.test(text) && !FOREIGN_REMARK.test(text));
  } catch (thrown) {
    return isDamage(thrown) ? messageOf(thrown) : undefined;
  }
}

function isDamage(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) throw thrown;
  return typeof thrown.errcode === 'number' && DAMAGE.has(thrown.errcode & 0xff);
}

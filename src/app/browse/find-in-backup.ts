import type { OpenBackup } from '../../archive/open-backup.ts';
import { Needle } from '../../archive/read/search/fold.ts';
import type { Hit } from '../../archive/read/search/hit.ts';
import { searchContents } from '../../archive/read/search/search.ts';
import type { SearchFound, SearchHit } from '../../kit/backup-cards.ts';
import { fileIdOf } from '../../wire/file-id.ts';
import { maybeIso } from './iso.ts';
import type { SearchAsk } from './questions.ts';

/** More is no answer but a list: who sees so many looks for something narrower. */
const MOST_HITS = 300;
/** Time is given to others after so many names. */
const REST_EVERY = 20_000;

/** The first few hundred of what fits. */
export async function findInBackup(
  backup: OpenBackup,
  { text, in: where }: SearchAsk,
  rest: () => Promise<void>,
): Promise<SearchFound> {
  return where === 'names' ? await findNames(backup, text, rest) : await findContents(backup, text);
}

/** Only what fits is decoded. */
async function findNames(backup: OpenBackup, text: string, rest: () => Promise<void>): Promise<SearchFound> {
  const needle = new Needle(text);
  const hits: SearchHit[] = [];
  let looked = 0;
  for (const { domain } of backup.domains()) {
    for (const { relativePath: path } of backup.pathsBelow(domain, '')) {
      looked += 1;
      if (looked % REST_EVERY === 0) await rest();
      if (!needle.isIn(path)) continue;
      const entry = backup.entry(fileIdOf(domain, path));
      if (entry?.kind !== 'file') continue;
      if (hits.length === MOST_HITS) return { hits, more: true, unsearched: [] };
      hits.push({ kind: 'file', fileId: entry.fileId, domain, path, bytes: entry.size });
    }
  }
  return { hits, more: false, unsearched: [] };
}

async function findContents(backup: OpenBackup, text: string): Promise<SearchFound> {
  const hits: SearchHit[] = [];
  const unsearched: string[] = [];
  for await (const hit of searchContents(backup, text, new AbortController().signal)) {
    if (hit.kind === 'unsearched') unsearched.push(hit.what);
    else if (hit.kind !== 'file' && hits.length === MOST_HITS) return { hits, more: true, unsearched };
    else if (hit.kind !== 'file') hits.push(shown(hit));
  }
  return { hits, more: false, unsearched };
}

function shown(hit: Exclude<Hit, { kind: 'file' }>): SearchHit {
  switch (hit.kind) {
    case 'contact':
      return { kind: 'contact', title: hit.name, snippet: hit.snippet };
    case 'note':
      return { kind: 'note', title: hit.title, at: maybeIso(hit.at), snippet: hit.snippet };
    case 'message': {
      const { kind, app, conversation: title, from, snippet } = hit;
      return { ...{ kind, app, title, from, snippet }, at: maybeIso(hit.at) };
    }
  }
}

import type { Found, FoundHit } from '../../app/browse/questions.ts';
import type { SearchAnswer, SearchHit } from '../contract/browse.ts';

export function searchAnswer({ hits, more, unsearched }: Found): SearchAnswer {
  return { hits: hits.map(hitOf), more, unsearched };
}

function hitOf(hit: FoundHit): SearchHit {
  switch (hit.kind) {
    case 'file':
      return hit;
    case 'contact':
      return { kind: 'contact', title: hit.name, snippet: hit.snippet };
    case 'note':
      return { kind: 'note', title: hit.title, at: isoOf(hit.at), snippet: hit.snippet };
    case 'message': {
      const { kind, app, conversation: title, from, snippet } = hit;
      return { ...{ kind, app, title, from, snippet }, at: isoOf(hit.at) };
    }
  }
}

function isoOf(at: Date | undefined): string | null {
  return at?.toISOString() ?? null;
}

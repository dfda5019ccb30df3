import type { SearchHit } from '../../../../src/kit/backup-cards.ts';
import { useSpeech } from '../../words/speech.tsx';
import { downloadOf } from '../addresses.ts';
import { marked } from './marked.ts';

const KINDS = ['contact', 'message', 'note', 'file'] as const;

/** What was found, by kind: people look for a person or a message before they look for a file. */
export function Hits({
  id,
  hits,
  wanted,
}: {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly wanted: string;
}) {
  const { words, amounts } = useSpeech();
  const say = words.inside.search;
  return KINDS.map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    return own.length === 0 ? undefined : (
      <section key={kind} className="stack tight" aria-label={say.kinds[kind]}>
        <h2>
          {say.kinds[kind]} <span className="soft small figures">{amounts.number(own.length)}</span>
        </h2>
        <ul className="hits">
          {own.map((hit, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hits have no name of their own, and never change their order.
            <li key={index}>
              <Hit id={id} hit={hit} wanted={wanted} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Hit({ id, hit, wanted }: { readonly id: string; readonly hit: SearchHit; readonly wanted: string }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.search;
  if (hit.kind === 'file') {
    const name = hit.path.slice(hit.path.lastIndexOf('/') + 1);
    return (
      <>
        <a href={downloadOf(id, hit.fileId)} download={name}>
          <Marked text={name} wanted={wanted} />
        </a>
        <p className="soft small">
          {amounts.size(hit.bytes)} · {hit.domain} · {hit.path}
        </p>
      </>
    );
  }
  const at = 'at' in hit && hit.at !== null ? amounts.moment(hit.at) : undefined;
  const who = hit.kind === 'message' ? (hit.from === 'you' ? say.you : hit.from) : undefined;
  const about = [hit.kind === 'message' ? hit.app : undefined, who, at].filter((part) => part !== undefined);
  return (
    <>
      <strong>{hit.title}</strong>
      <p>
        <Marked text={hit.snippet} wanted={wanted} />
      </p>
      {about.length === 0 ? undefined : <p className="soft small">{about.join(' · ')}</p>}
    </>
  );
}

function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const parts = marked(text, wanted);
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes.
  return parts.map(({ part, hit }, index) => (hit ? <mark key={index}>{part}</mark> : part));
}

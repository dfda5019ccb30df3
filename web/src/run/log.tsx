import type { PageEvent } from '../../../src/server/contract/events.ts';
import { LineIcon } from '../parts/line-icon.tsx';
import { useSpeech } from '../words/speech.tsx';
import { type LogKind, logLineOf } from './log-lines.ts';

/** More lines than this are read by nobody; the report has them all. */
const MAX_LINES = 60;

const SIGNS: Readonly<Record<LogKind, string>> = {
  phase: 'M5 12h12M13 7l5 5-5 5',
  asked: 'M8 3h8v18H8zM11 18h2',
  link: 'M4 12h5M15 12h5M11 8v8M13 8v8',
  stall: 'M9 6v12M15 6v12',
  cause: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.5 15.500L20 20',
  remedy: 'M3 12l3-6 4 12 4-12 4 12 3-6',
  helped: 'M5 12l4 4 10-10',
  'no-help': 'M6 12h12',
  skipped: 'M6 4h8l4 4v12H6zM9 15l6-4',
  note: 'M12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5Z',
  end: 'M6 21V4h11l-2 4 2 4H6',
};

/** What happened, newest last, with the same signs as elsewhere. */
export function Log({ log }: { readonly log: readonly PageEvent[] }) {
  const speech = useSpeech();
  const { words, amounts } = speech;
  const lines = log.flatMap((event) => {
    const line = logLineOf(event, speech);
    return line === undefined ? [] : [{ ...line, at: event.at, number: event.number }];
  });
  return (
    <aside aria-label={words.run.log.title} className="stack close">
      <h2>{words.run.log.title}</h2>
      {lines.length === 0 ? <p className="soft">{words.run.log.empty}</p> : undefined}
      <ol className="log">
        {lines.slice(-MAX_LINES).map(({ kind, text, lang, at, number }) => (
          <li key={number} className={kind}>
            <span className="log-sign">
              <LineIcon d={SIGNS[kind]} size={18} />
            </span>
            <span>
              <time dateTime={at}>{amounts.time(at)}</time>
              <span lang={lang}>{text}</span>
            </span>
          </li>
        ))}
      </ol>
    </aside>
  );
}

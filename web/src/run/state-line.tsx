import { useSpeech } from '../words/speech.tsx';
import type { Look } from './look.ts';

/**
 * How far it is, and how it goes: a line that flows, breathes, waits with a hand, is broken, is stitched, or is whole. The shape
 * says it without colour, the word beside it without either.
 */
export function StateLine({ look, part }: { readonly look: Look; readonly part: number | null }) {
  const { words, amounts } = useSpeech();
  const percent = part === null ? null : Math.floor(part * 100);
  return (
    <div className={`state-line look-${look}`}>
      <div className="state-word">
        <span className="state-badge">
          <LookSign look={look} />
          {words.run.looks[look]}
        </span>
        {percent === null ? undefined : (
          <span className="state-percent figures">{amounts.percent(percent)}</span>
        )}
      </div>
      <div
        className="track"
        role="progressbar"
        aria-label={words.run.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        style={{ '--part': part ?? (look === 'done' ? 1 : 0) }}
      >
        <div className="track-rest" />
        <div className="track-done" />
        <div className="track-head">
          <HeadSign look={look} />
        </div>
      </div>
    </div>
  );
}

/** At the head of the line: what it looks like there. */
function HeadSign({ look }: { readonly look: Look }) {
  return (
    <svg viewBox="0 0 44 32" width="44" height="32" aria-hidden="true">
      <HeadShape look={look} />
    </svg>
  );
}

function HeadShape({ look }: { readonly look: Look }) {
  switch (look) {
    case 'moving':
      return <path className="head-line" d="M15 8l9 8-9 8" />;
    case 'quiet':
      return (
        <>
          <circle className="head-breath" cx="22" cy="16" r="13" />
          <circle className="head-dot" cx="22" cy="16" r="6" />
        </>
      );
    case 'waiting':
      return (
        <>
          <rect className="head-hand" x="13.5" y="3" width="17" height="26" rx="4.5" />
          <circle className="head-touch" cx="22" cy="17" r="4" />
        </>
      );
    case 'stuck':
      return (
        <>
          <rect className="head-gap" x="10" y="4" width="24" height="24" />
          <path className="head-line" d="M4 16h8l-4-7M40 16h-8l4 7" />
        </>
      );
    case 'mending':
      return (
        <>
          <rect className="head-gap" x="10" y="4" width="24" height="24" />
          <path className="head-line" d="M4 16h8M32 16h8" />
          <path className="head-stitch" d="M12 22l5-12 5 12 5-12 5 12" />
        </>
      );
    case 'done':
      return (
        <>
          <circle className="head-disc" cx="22" cy="16" r="14" />
          <path className="head-check" d="M15 16.500l5 5 9-11" />
        </>
      );
    case 'stopped':
      return <rect className="head-stop" x="13" y="7" width="18" height="18" rx="3" />;
  }
}

/** The same shapes, small, beside the word. */
function LookSign({ look }: { readonly look: Look }) {
  return (
    <svg className="look-sign" viewBox="0 0 44 32" width="28" height="20" aria-hidden="true">
      <HeadShape look={look} />
    </svg>
  );
}

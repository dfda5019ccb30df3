import './state-line.css';
import './looks.css';
import type { PhoneModel } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { useSpeech } from '../words/speech.tsx';
import type { Look } from './look.ts';
import { LookSign } from './look-sign.tsx';

/** What the phone's screen shows meanwhile. While it waits for somebody, their step has the drawing. */
const SCENES: Partial<Readonly<Record<Look, string>>> = {
  moving: 'saving',
  quiet: 'counting',
  stuck: 'broken',
  mending: 'mending',
};

/**
 * How far it is, and how it goes: a line that flows, breathes, waits with a hand, is broken, is stitched, or is whole. The shape
 * says it without colour, the word beside it without either.
 */
export function StateLine({
  look,
  part,
  model,
}: {
  readonly look: Look;
  /** 0…1; null where nobody knows. */
  readonly part: number | null;
  /** Of the phone that is saved; none where the work is with a backup alone. */
  readonly model: PhoneModel | undefined;
}) {
  const { words, amounts } = useSpeech();
  const percent = part === null || look === 'done' ? null : Math.floor(part * 100);
  const scene = model === undefined ? undefined : SCENES[look];
  return (
    <div className={`state-line look-${look}`}>
      {model === undefined || scene === undefined ? undefined : (
        <div className="state-phone">
          <PhoneDrawing model={model} scene={scene} />
        </div>
      )}
      <div className="state-body">
        <div className="state-word">
          <span className="state-badge">
            <LookSign small look={look} />
            {words.run.looks[look]}
          </span>
          {percent === null ? undefined : (
            <span className="state-percent figures">{amounts.percent(percent)}</span>
          )}
        </div>
        {look === 'done' ? undefined : <Track look={look} part={part} percent={percent} />}
      </div>
    </div>
  );
}

function Track({
  look,
  part,
  percent,
}: {
  readonly look: Look;
  readonly part: number | null;
  readonly percent: number | null;
}) {
  const { words } = useSpeech();
  return (
    <div
      className={part === null ? 'track unknown' : 'track'}
      role="progressbar"
      aria-label={words.run.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      style={{ '--part': part ?? 0 }}
    >
      <div className="track-rest" />
      <div className="track-done" />
      <div className="track-head">
        <LookSign look={look} />
      </div>
    </div>
  );
}

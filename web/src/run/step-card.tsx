import './step-card.css';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { StepCard as Step } from '../../../src/server/contract/steps.ts';
import { type CableAct, CableDrawing, isCableAct } from '../drawings/cable-drawing.tsx';
import { modelOf, type PhoneModel } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { WindowDrawing } from '../drawings/window-drawing.tsx';
import { VirtualActButton } from '../parts/virtual-act.tsx';
import type { Said, ServerWords, StepTold } from '../words/server-words.ts';
import { useSpeech } from '../words/speech.tsx';
import type { Wanted } from './story.ts';
import { type Turn, useCountAlong } from './use-count-along.ts';

const UNKNOWN: PhoneModel = { face: 'island', connector: 'usb-c', size: 'regular' };

/** What the phone shows while it asks, when the server has no drawing for it. */
const ASKING = { passcode: 'keypad', unlock: 'keypad', trust: 'trust' } as const;

/** The one thing a person does now: where, in which order, and a sign that somebody watches for it. */
export function StepCard({
  wanted,
  step,
  now,
  phone,
}: {
  readonly wanted: Wanted;
  readonly step: Step | null;
  readonly now: number;
  readonly phone: PhoneCard | undefined;
}) {
  const { words, amounts, server } = useSpeech();
  const count = useCountAlong(step);
  const said = step === null ? sayEvent(wanted, words.run.asks, server) : server.step(step);
  const left = wanted.until === null ? 0 : (wanted.until - now) / 1000;
  const broad = placeOf(wanted, step) !== 'phone';
  return (
    <section
      className={broad ? 'card step-card broad' : 'card step-card'}
      aria-label={words.run.step.title}
      data-step={wanted.by === 'thaw' ? wanted.step.step : wanted.what}
    >
      <div className={broad ? 'step-picture broad' : 'step-picture'}>
        <StepPicture
          wanted={wanted}
          step={step}
          phone={phone}
          caption={said.told.caption}
          turn={count.turn}
        />
      </div>
      <div className="stack close">
        <ol className="step-actions" lang={said.lang}>
          {said.told.actions.map((action, index) => (
            <li key={action} className={count.turn?.action === index ? 'now' : undefined}>
              <span>
                {count.turn?.action === index ? (
                  <span className="step-left figures">
                    {words.run.step.now(amounts.number(count.turn.left))}{' '}
                  </span>
                ) : undefined}
                {action}
              </span>
            </li>
          ))}
        </ol>
        {count.possible ? (
          <p>
            <button
              type="button"
              className={count.turn === undefined ? 'button main' : 'button'}
              onClick={count.turn === undefined ? count.begin : count.stop}
            >
              {count.turn === undefined ? words.run.step.begin : words.run.step.stop}
            </button>
          </p>
        ) : undefined}
        {phone?.link === 'virtual' && phone.udid !== null ? (
          <VirtualActButton udid={phone.udid} step={wanted.by === 'thaw' ? wanted.step.step : wanted.what} />
        ) : undefined}
        <p className="step-sign">
          <span className="eye" />
          <span>
            {words.run.step.sees}
            {wanted.by === 'thaw' && left > 0 ? (
              <span className="figures"> {words.run.step.wait(amounts.clock(left))}</span>
            ) : undefined}
          </span>
        </p>
      </div>
    </section>
  );
}

function StepPicture({
  wanted,
  step,
  phone,
  caption,
  turn,
}: {
  readonly wanted: Wanted;
  readonly step: Step | null;
  readonly phone: PhoneCard | undefined;
  readonly caption: string;
  readonly turn: Turn | undefined;
}) {
  const known = phone === undefined ? undefined : modelOf(phone);
  const model: PhoneModel =
    step === null
      ? (known ?? UNKNOWN)
      : { face: step.family, connector: step.connector, size: known?.size ?? 'regular' };
  const place = placeOf(wanted, step);
  if (place === 'window') return <WindowDrawing caption={caption} />;
  if (place !== 'phone') return <CableDrawing act={place} model={model} caption={caption} />;
  return (
    <PhoneDrawing
      forward
      model={model}
      scene={step?.drawing?.scene ?? (wanted.by === 'phone' ? ASKING[wanted.what] : 'plain')}
      marks={step?.drawing?.marks ?? []}
      caption={caption}
      now={turn === undefined ? undefined : { spots: turn.hold, part: turn.part }}
    />
  );
}

/** Where it is done: at the cable, in a window of this computer, or on the phone. */
function placeOf(wanted: Wanted, step: Step | null): CableAct | 'window' | 'phone' {
  if (wanted.by === 'thaw' && isCableAct(wanted.step.step)) return wanted.step.step;
  const scene = step?.drawing?.scene;
  if (scene === 'computer') return 'connect';
  return scene === 'window' ? 'window' : 'phone';
}

/** From the event alone, until the server's step is here. */
function sayEvent(
  wanted: Wanted,
  asks: Readonly<Record<'passcode' | 'trust' | 'unlock', string>>,
  server: ServerWords,
): Said<StepTold> {
  if (wanted.by === 'phone') {
    const sentence = asks[wanted.what];
    return { told: { sentence, actions: [], caption: sentence }, lang: undefined };
  }
  const { told, lang } = server.remedy(wanted.step.step, wanted.step.sentence);
  return { told: { sentence: told, actions: [], caption: told }, lang };
}

import './step-card.css';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { StepCard as Step } from '../../../src/server/contract/steps.ts';
import { VirtualActButton } from '../parts/virtual-act.tsx';
import type { Said, ServerWords, StepTold } from '../words/server-words.ts';
import { useSpeech } from '../words/speech.tsx';
import { placeOf, StepPicture } from './step-picture.tsx';
import type { Wanted } from './story.ts';
import { type CountAlong, type Turn, useCountAlong } from './use-count-along.ts';

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
  const { words, server } = useSpeech();
  const count = useCountAlong(step);
  const { turn } = count;
  const { told, lang } = step === null ? sayEvent(wanted, words.run.asks, server) : server.step(step);
  const broad = placeOf(wanted, step) === 'phone' ? '' : ' broad';
  const id = wanted.by === 'thaw' ? wanted.step.step : wanted.what;
  return (
    <section className={`card step-card${broad}`} aria-label={words.run.step.title} data-step={id}>
      <div className={`step-picture${broad}`}>
        <StepPicture wanted={wanted} step={step} phone={phone} caption={told.caption} turn={turn} />
      </div>
      <div className="stack close">
        <Actions actions={told.actions} lang={lang} turn={turn} />
        {count.possible ? <CountButton count={count} /> : undefined}
        {phone?.link === 'virtual' && phone.udid !== null ? (
          <VirtualActButton udid={phone.udid} step={id} />
        ) : undefined}
        <Watching wanted={wanted} now={now} />
      </div>
    </section>
  );
}

function Actions({
  actions,
  lang,
  turn,
}: {
  readonly actions: readonly string[];
  readonly lang: 'en' | undefined;
  readonly turn: Turn | undefined;
}) {
  const { words, amounts } = useSpeech();
  return (
    <ol className="step-actions" lang={lang}>
      {actions.map((action, index) => (
        <li key={action} className={turn?.action === index ? 'now' : undefined}>
          <span>
            {turn?.action === index ? (
              <span className="step-left figures">{words.run.step.now(amounts.number(turn.left))} </span>
            ) : undefined}
            {action}
          </span>
        </li>
      ))}
    </ol>
  );
}

function CountButton({ count: { turn, begin, stop } }: { readonly count: CountAlong }) {
  const say = useSpeech().words.run.step;
  return (
    <p>
      {turn === undefined ? (
        <button type="button" className="button main" onClick={begin}>
          {say.begin}
        </button>
      ) : (
        <button type="button" className="button" onClick={stop}>
          {say.stop}
        </button>
      )}
    </p>
  );
}

/** That nobody needs to say when it is done, and how long there is for it. */
function Watching({ wanted, now }: { readonly wanted: Wanted; readonly now: number }) {
  const { words, amounts } = useSpeech();
  const left = wanted.until === null ? 0 : (wanted.until - now) / 1000;
  return (
    <p className="step-sign">
      <span className="eye" />
      <span>
        {words.run.step.sees}
        {wanted.by === 'thaw' && left > 0 ? (
          <span className="figures"> {words.run.step.wait(amounts.clock(left))}</span>
        ) : undefined}
      </span>
    </p>
  );
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

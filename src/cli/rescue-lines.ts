import { stepPicture } from '../app/step-picture.ts';
import { wordsOf } from '../app/words.ts';
import { timeInWords } from '../kit/amounts.ts';
import { ThawError } from '../kit/errors.ts';
import type { RemedyResult } from '../kit/evidence.ts';
import type { RunEvent } from '../kit/run-event.ts';

/** {@link rescueLines} of a run's events in turn: what was just said is not said again. */
export class RescueTelling {
  #announced: string | undefined;
  #tried: string | undefined;
  /** What was tried last, and in vain; trying it at once again is no news. */
  #inVain: string | undefined;

  of(event: RunEvent): readonly string[] {
    if (event.type === 'remedy.started') return this.#begins(event.sentence, rescueLines(event));
    if (event.type === 'remedy.finished') return this.#ends(IN_VAIN.has(event.result), rescueLines(event));
    const lines = rescueLines(event, this.#announced);
    if (lines.length > 0) this.#inVain = undefined;
    return lines;
  }

  #begins(sentence: string, lines: readonly string[]): readonly string[] {
    const isSaid = sentence === this.#inVain;
    this.#tried = sentence;
    this.#announced = isSaid ? undefined : sentence;
    return isSaid ? [] : lines;
  }

  #ends(inVain: boolean, lines: readonly string[]): readonly string[] {
    const isSaid = inVain && this.#tried === this.#inVain;
    this.#inVain = inVain ? this.#tried : undefined;
    this.#announced = undefined;
    return isSaid ? [] : lines;
  }
}

/**
 * What is said of trouble and of what is done about it; nothing for other events. `announced`: the sentence of the remedy
 * that was begun last, which its step need not repeat.
 */
export function rescueLines(event: RunEvent, announced?: string): readonly string[] {
  switch (event.type) {
    case 'link.lost':
      return [
        `The iPhone is ${event.over === 'network' ? 'no longer to be seen on Wi-Fi' : 'off the cable'}. What was received is kept.`,
      ];
    case 'link.back':
      return [`It is back, after ${timeInWords(event.secondsAway)}.`];
    case 'stall.suspected':
      return [`Nothing moves: ${event.because}. Looking for the reason.`];
    case 'stall.cleared':
      return ['It moves again.'];
    case 'cause.named':
      return ['', event.cause.sentence, event.cause.safe, event.cause.next].filter(
        (line, index) => index === 0 || line !== '',
      );
    case 'remedy.started':
      return [`→ ${event.sentence}`];
    case 'remedy.finished':
      return [RESULTS[event.result]];
    case 'person.needed':
      return personLines(event, announced);
    case 'note':
      return event.code.startsWith('recovery.') ? recoveryLines(event) : [];
    default:
      return [];
  }
}

/** Why the phone could not be told something by a program. */
function recoveryLines({ code, facts }: Extract<RunEvent, { type: 'note' }>): readonly string[] {
  const { what, next } = wordsOf(new ThawError(code, code, { facts }));
  return [what, next];
}

const RESULTS = {
  helped: '✓ That helped.',
  'went-on': '· It went on after that.',
  'no-effect': '· That did not help.',
  failed: '· That could not be done.',
  'not-done': '· Nobody did it in time.',
} as const;

const IN_VAIN: ReadonlySet<RemedyResult> = new Set(['failed', 'no-effect']);

function personLines(
  event: Extract<RunEvent, { type: 'person.needed' }>,
  announced: string | undefined,
): readonly string[] {
  const picture = stepPicture(event.step, event.productType);
  return [
    ...(event.sentence === announced ? ['You are needed:'] : ['', `You are needed: ${event.sentence}`]),
    ...event.actions.map((action, number) => `  ${number + 1}. ${action}`),
    ...(picture ? picture.text.split('\n').map((line) => `    ${line}`) : []),
    `Thaw goes on as soon as it sees it done${waitsFor(event.secondsLeft)}.`,
  ];
}

/** Of no time left nothing is said: what was asked for stands in the note that is left. */
function waitsFor(seconds = 0): string {
  return seconds === 0 ? '' : `, and waits up to ${timeInWords(seconds)}`;
}

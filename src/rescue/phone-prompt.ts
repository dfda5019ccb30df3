import type { RunFact } from '../kit/run-event.ts';

type Asks = Extract<RunFact, { type: 'phone.asks' }>;

/** What the phone asks a person for, and since when (ticks). */
export interface Asked {
  readonly what: Asks['what'];
  readonly at: number;
  readonly secondsLeft: number | undefined;
}

type Prompt =
  | { readonly state: 'none' }
  | { readonly state: 'shown'; readonly asked: Asked }
  /** Answered, or given up on: what the phone does next tells. */
  | { readonly state: 'gone'; readonly what: Asks['what'] };

/** The prompt on the phone's screen. Two connections hear of it, and either may miss something: each change counts once. */
export class PhonePrompt {
  #prompt: Prompt = { state: 'none' };
  #wantedPasscode = false;

  get asked(): Asked | undefined {
    return this.#prompt.state === 'shown' ? this.#prompt.asked : undefined;
  }

  /** In any attempt: a phone that wants its passcode wants it for every one. */
  get wantedPasscode(): boolean {
    return this.#wantedPasscode;
  }

  /** False where that is no news. */
  shown({ what, secondsLeft }: Asks, at: number): boolean {
    if (this.asked?.what === what) return false;
    this.#prompt = { state: 'shown', asked: { what, secondsLeft, at } };
    if (what === 'passcode') this.#wantedPasscode = true;
    return true;
  }

  /** False where that is no news. */
  gone(): boolean {
    if (this.#prompt.state !== 'shown') return false;
    this.#prompt = { state: 'gone', what: this.#prompt.asked.what };
    return true;
  }

  /** The phone goes on with the backup. What it had asked for, where it is news that somebody answered. */
  wentOn(): Asks['what'] | undefined {
    if (this.#prompt.state !== 'gone') return undefined;
    const { what } = this.#prompt;
    this.#prompt = { state: 'none' };
    return what;
  }

  /** A new attempt shows a prompt of its own. */
  newAttempt(): void {
    this.#prompt = { state: 'none' };
  }
}

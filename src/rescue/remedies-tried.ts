import type { RemedyResult } from '../kit/evidence.ts';
import type { Applied, Remedy } from '../remedies/remedy.ts';
import { isFurther, type Place } from './advance.ts';

/** The remedy that was begun last, until it is judged. */
type InHand =
  | { readonly state: 'none' }
  /** `done`: as intended; what follows shows whether it helped. */
  | {
      readonly state: 'at-work' | 'done';
      readonly remedy: Remedy;
      readonly from: Place;
      readonly isOver: () => boolean;
    };

/** What a run has tried, how often, and what came of it. */
export class RemediesTried {
  /** In order. */
  readonly results: { readonly id: string; readonly result: RemedyResult }[] = [];
  readonly #onJudged: (remedy: Remedy, result: RemedyResult) => void;
  /** Since the run last got further. */
  readonly #tries = new Map<string, number>();
  #inHand: InHand = { state: 'none' };
  #furthest: Place = { phase: 'connecting', bytes: 0 };
  #unmet: Remedy | undefined;

  constructor(onJudged: (remedy: Remedy, result: RemedyResult) => void) {
    this.#onJudged = onJudged;
  }

  /** The step a person was asked for and did not do. */
  get unmet(): Remedy | undefined {
    return this.#unmet;
  }

  /** The id of the remedy that was begun and is not judged yet. */
  get inHand(): string | undefined {
    return this.#inHand.state === 'none' ? undefined : this.#inHand.remedy.id;
  }

  /** The same while it is being applied. */
  get atWork(): string | undefined {
    return this.#inHand.state === 'at-work' ? this.#inHand.remedy.id : undefined;
  }

  /** How often it was tried since the run last got further. */
  triesOf({ id }: Remedy): number {
    return this.#tries.get(id) ?? 0;
  }

  /** `isOver`: of a run that got further, whether what it is tried against is seen to be gone. */
  begin(remedy: Remedy, from: Place, isOver: () => boolean): void {
    this.judge('no-effect');
    this.#tries.set(remedy.id, this.triesOf(remedy) + 1);
    this.#inHand = { state: 'at-work', remedy, from, isOver };
  }

  /** What came of it so far; whether it helped shows when the run gets further. */
  applied(remedy: Remedy, applied: Applied): void {
    if (applied !== 'done') {
      if (applied === 'not-done' && remedy.reach !== 'auto') this.#unmet = remedy;
      this.judge(applied);
    } else if (this.#inHand.state === 'at-work') this.#inHand = { ...this.#inHand, state: 'done' };
  }

  /** What was begun last is judged; nothing happens when it was before. */
  judge(result: RemedyResult): void {
    if (this.#inHand.state === 'none') return;
    const { remedy } = this.#inHand;
    this.#inHand = { state: 'none' };
    // Of a step whose effect nothing shows, nobody knows that it was done.
    if (result === 'no-effect' && remedy.reach !== 'auto') this.#unmet = remedy;
    this.results.push({ id: remedy.id, result });
    this.#onJudged(remedy, result);
  }

  /** The same for one that worked beside an attempt which goes on. */
  judgeBeside(eased: boolean): void {
    this.judge(eased ? 'helped' : 'no-effect');
    if (eased) this.#tries.clear();
  }

  /** The run got further. */
  wentOn(): void {
    if (this.#inHand.state !== 'none') this.judge(this.#inHand.isOver() ? 'helped' : 'went-on');
  }

  /** The run is here now. Where it never was before, everything may be tried anew. */
  cameTo(place: Place): void {
    if (this.#inHand.state !== 'none' && isFurther(place, this.#inHand.from)) this.wentOn();
    if (!isFurther(place, this.#furthest)) return;
    this.#furthest = place;
    this.#tries.clear();
    this.#unmet = undefined;
  }
}

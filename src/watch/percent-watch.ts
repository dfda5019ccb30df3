/** What a percentage does that a healthy one does not. */
export interface PercentOddity {
  readonly pattern: 'backwards' | 'repeating' | 'no-end';
  readonly percent: number;
  readonly times: number;
}

/** Rounding makes a healthy figure step back a little. */
const ROUNDING = 1;
/** From here on it runs in circles. */
const CIRCLES = 3;

/** Follows the phone's own percentage: it may go back, run in circles, or reach 100 with no end behind it. */
export class PercentWatch {
  #highest = -1;
  #last = -1;
  #stepsBack = 0;
  #full = false;

  /** True when it is higher than ever before: only that is progress. */
  see(percent: number): boolean {
    if (percent < this.#last - ROUNDING) this.#stepsBack += 1;
    this.#last = percent;
    this.#full = percent >= 100;
    if (percent <= this.#highest) return false;
    this.#highest = percent;
    return true;
  }

  /** `endMissing`: nothing arrived for so long that a run at 100 % should have ended. */
  odd(endMissing: boolean): PercentOddity | undefined {
    const percent = Math.round(this.#last);
    if (this.#full && endMissing) return { pattern: 'no-end', percent, times: 1 };
    if (this.#stepsBack === 0) return undefined;
    const pattern = this.#stepsBack >= CIRCLES ? 'repeating' : 'backwards';
    return { pattern, percent, times: this.#stepsBack };
  }
}

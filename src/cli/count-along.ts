import { createInterface } from 'node:readline/promises';
import type { TimedStage } from '../app/step-timing.ts';
import type { Clock } from '../kit/clock.ts';
import type { LiveLine } from './live-line.ts';

/** Enough to lay the fingers on the buttons. */
const READY_SECONDS = 3;
/** No longer than a press. */
const PRESS_SECONDS = 1;

const NAMES: Readonly<Record<TimedStage['hold'][number], string>> = {
  home: 'home button',
  side: 'side button',
  'volume-up': 'volume up',
  'volume-down': 'volume down',
};

/**
 * Counts with a person who holds buttons, again whenever they press Enter, until `signal` aborts because the phone was
 * seen to have done it. Resolves then; only for terminals.
 */
export async function countAlong(
  stages: readonly TimedStage[],
  live: LiveLine,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C is for the run.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    for (;;) {
      await lines.question('Lay your fingers on the buttons and press Enter; Thaw counts with you. ', {
        signal,
      });
      await count(stages, (text) => live.progress(text), clock, signal);
      live.line('Watching what the iPhone does …');
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
}

/** One time through all stages, a second at a time. */
export async function count(
  stages: readonly TimedStage[],
  say: (text: string) => void,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  for (let left = READY_SECONDS; left > 0; left -= 1) {
    say(`Ready … ${left}`);
    await clock.sleep(1000, signal);
  }
  for (const { hold, seconds } of stages) {
    const buttons = hold.map((button) => NAMES[button]).join(' + ');
    for (let left = seconds; left > 0; left -= 1) {
      const bar = `${'█'.repeat(seconds - left)}${'░'.repeat(left)}`;
      say(seconds <= PRESS_SECONDS ? `PRESS ${buttons}, and let go` : `HOLD ${buttons}  ${bar} ${left}`);
      await clock.sleep(1000, signal);
    }
  }
  say('Let go.');
}

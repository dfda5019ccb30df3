import { type Clock, sleepOn } from './clock.ts';

/** The same clock with shorter waits: everything that lives by it lives `factor` times faster. Dates stay true. */
export function scaledClock(clock: Clock, factor: number): Clock {
  const scaled: Clock = {
    now: () => clock.now(),
    ticks: () => clock.ticks() * factor,
    sleep: (ms, signal) => sleepOn(scaled, ms, signal),
    after: (ms, callback) => clock.after(ms / factor, callback),
  };
  return scaled;
}

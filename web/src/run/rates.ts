import type { PageEvent } from '../../../src/server/contract/events.ts';

/** More points than this show nothing more; then every second one goes. */
const MAX_POINTS = 600;

/** What the chart shows: seconds since the start, and what was carried; and the moments that mattered. */
export interface Rates {
  readonly start: number | null;
  readonly seconds: readonly number[];
  readonly bytesPerSecond: readonly number[];
  readonly ticks: readonly Tick[];
}
export type TickKind = 'link' | 'stall' | 'asked' | 'remedy' | 'cause';
export interface Tick {
  readonly second: number;
  readonly kind: TickKind;
}

export const noRates: Rates = { start: null, seconds: [], bytesPerSecond: [], ticks: [] };

const TICKS: Partial<Record<PageEvent['type'], TickKind>> = {
  'link.lost': 'link',
  'stall.suspected': 'stall',
  'phone.asks': 'asked',
  'person.needed': 'asked',
  'remedy.started': 'remedy',
  'cause.named': 'cause',
};

/** What arrives is a line; with the cable, and with a phase in which nothing is sent, it falls to nothing. */
export function ratesWith(rates: Rates, event: PageEvent, at: number): Rates {
  const start = rates.start ?? at;
  const second = Math.max(0, (at - start) / 1000);
  const kind = TICKS[event.type];
  const ticked: Rates = {
    ...rates,
    start,
    ...(kind !== undefined && { ticks: [...rates.ticks, { second, kind }] }),
  };
  if (event.type === 'progress') return withPoint(ticked, second, event.bytesPerSecond);
  if (event.type === 'work.progress') return withPoint(ticked, second, event.bytesPerSecond);
  const stops = event.type === 'link.lost' || event.type === 'phase.changed' || event.type === 'run.finished';
  return stops && rates.seconds.length > 0 ? withPoint(ticked, second, 0) : ticked;
}

function withPoint(rates: Rates, second: number, rate: number): Rates {
  const last = rates.seconds.at(-1) ?? -1;
  // The chart wants times that grow.
  const time = Math.max(second, last + 0.001);
  const seconds = [...rates.seconds, time];
  const bytesPerSecond = [...rates.bytesPerSecond, rate];
  if (seconds.length <= MAX_POINTS) return { ...rates, seconds, bytesPerSecond };
  const every = (_: number, index: number): boolean => index % 2 === 0;
  return { ...rates, seconds: seconds.filter(every), bytesPerSecond: bytesPerSecond.filter(every) };
}

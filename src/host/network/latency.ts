import { connect } from 'node:net';
import type { Clock } from '../../kit/clock.ts';

/** What a line is like, by connections made one after the other; milliseconds. */
export interface Latency {
  readonly median: number;
  /** How much neighbours differ, on average: what makes a line feel uneven. */
  readonly jitter: number;
  /** 0…1: connections whose first packet, or the answer to it, got lost. */
  readonly loss: number;
}

/** A system sends a lost first packet again after a second: what takes that long was lost. */
const LIMIT_MS = 950;

/** Where so many first ones fail, all will. */
const HOPELESS = 4;

/** Connects `count` times to a service and hangs up. Undefined when no connection came about at all. */
export async function measureLatency(
  { host, port, count = 10 }: { host: string; port: number; count?: number },
  clock: Clock,
  signal?: AbortSignal,
): Promise<Latency | undefined> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    signal?.throwIfAborted();
    const time = await connectOnce(host, port, clock, signal);
    if (time !== undefined) times.push(time);
    else if (times.length === 0 && round + 1 === HOPELESS) return undefined;
  }
  if (times.length === 0) return undefined;
  const steps = times.slice(1).map((time, index) => Math.abs(time - (times[index] ?? time)));
  return {
    median: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
    jitter: steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length,
    loss: 1 - times.length / count,
  };
}

function connectOnce(
  host: string,
  port: number,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const started = clock.ticks();
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const limit = clock.after(LIMIT_MS, () => finish(() => resolve(undefined)));
    const abort = (): void => finish(() => reject(signal?.reason));
    const finish = (settle: () => void): void => {
      limit[Symbol.dispose]();
      signal?.removeEventListener('abort', abort);
      socket.destroy();
      settle();
    };
    socket
      .once('connect', () => finish(() => resolve(clock.ticks() - started)))
      .once('error', () => finish(() => resolve(undefined)));
    signal?.addEventListener('abort', abort, { once: true });
  });
}

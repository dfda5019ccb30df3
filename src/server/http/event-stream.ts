import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Clock } from '../../kit/clock.ts';

/** A connection on which nothing is said looks dead to what stands between, and its end is never noticed. */
const HEARTBEAT_MS = 15_000;

export interface ServerSentEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data: string;
}

/** Sends events as they come, and a sign of life in between; ends when they do, when the page leaves, or with `life`. */
export function eventStream(
  context: Context,
  clock: Clock,
  life: AbortSignal,
  events: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>,
): Response {
  // The proxy of an office would keep it back otherwise.
  context.header('x-accel-buffering', 'no');
  return streamSSE(context, async (stream) => {
    const left = new AbortController();
    stream.onAbort(() => left.abort());
    const signal = AbortSignal.any([left.signal, life]);
    const beating = beat(() => stream.write(': still here\n\n'), clock, signal);
    try {
      for await (const event of events(signal)) await stream.writeSSE({ ...event });
    } finally {
      left.abort();
      await beating;
    }
  });
}

async function beat(write: () => Promise<unknown>, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(HEARTBEAT_MS, signal).catch(() => undefined);
    if (!signal.aborted) await write();
  }
}

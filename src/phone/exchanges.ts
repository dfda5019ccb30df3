import type { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import { abortable, withTimeLimit } from '../kit/signals.ts';
import { isBrokenStream, PhoneError } from './errors.ts';

/**
 * Questions and answers on one channel. Callers take turns, and each exchange has a limit. One that fails ends the
 * channel: its answer might still come and be taken for that of the next.
 */
export class Exchanges {
  readonly #channel: Channel;
  readonly #clock: Clock;
  #previous: Promise<unknown> = Promise.resolve();

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
  }

  /** Rejects with `phone.silent` at the limit, and with `phone.gone` when the channel breaks. */
  next<T>(limitMs: number, exchange: (limited: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const silent = () => new PhoneError('phone.silent', 'the phone does not answer', { facts: { limitMs } });
    const result = this.#previous.then(async () => {
      signal?.throwIfAborted();
      try {
        return await withTimeLimit(this.#clock, limitMs, silent, exchange, signal);
      } catch (error) {
        this.#channel.destroy();
        throw asGone(error);
      }
    });
    this.#previous = result.catch(() => undefined);
    return abortable(result, signal);
  }
}

/** The error as `phone.gone` where it means that the connection ended or broke. */
export function asGone(error: unknown): unknown {
  if (!isBrokenStream(error)) return error;
  return new PhoneError('phone.gone', 'the connection to the phone broke', { cause: error });
}

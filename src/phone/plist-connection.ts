import type { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import { asDict } from '../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../wire/plist-frame.ts';
import { asGone, Exchanges } from './exchanges.ts';

/** libimobiledevice waits this long for an answer. */
const ANSWER_LIMIT_MS = 30_000;

/**
 * A connection on which dictionaries go both ways: lockdownd and most services of the phone.
 * Rejects with `phone.gone` when it breaks and `phone.silent` when an answer does not come.
 */
export class PlistConnection implements AsyncDisposable {
  readonly #channel: Channel;
  readonly #exchanges: Exchanges;

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#exchanges = new Exchanges(channel, clock);
  }

  /** Sends a question and gives its answer. */
  ask(question: PlistInput, signal: AbortSignal): Promise<PlistDict> {
    const exchange = async (limited: AbortSignal) => {
      await this.send(question);
      return await this.receive(limited);
    };
    return this.#exchanges.next(ANSWER_LIMIT_MS, exchange, signal);
  }

  async send(message: PlistInput): Promise<void> {
    try {
      await this.#channel.write(encodeFrame(message, 'xml'));
    } catch (error) {
      throw asGone(error);
    }
  }

  /** The next message, however long it takes. */
  async receive(signal: AbortSignal): Promise<PlistDict> {
    try {
      return asDict(await readFrame(this.#channel.reader, { signal }), 'message');
    } catch (error) {
      throw asGone(error);
    }
  }

  /** The next message, when it comes within 30 s. */
  receiveSoon(signal: AbortSignal): Promise<PlistDict> {
    return this.#exchanges.next(ANSWER_LIMIT_MS, (limited) => this.receive(limited), signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#channel[Symbol.asyncDispose]();
  }
}

import type { Channel } from '../kit/channel.ts';
import { isThawError } from '../kit/errors.ts';
import { abortable } from '../kit/signals.ts';
import { encodeHostMessage, type HostMessage } from '../wire/devicelink/host-message.ts';
import type { PartParser } from '../wire/devicelink/part-parser.ts';
import { decodePhoneMessage, type PhoneMessage } from '../wire/devicelink/phone-message.ts';
import { STATUS_OK } from '../wire/devicelink/status.ts';
import type { PlistInput } from '../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../wire/plist-frame.ts';
import { BackupError } from './errors.ts';

/** The phone lists a whole folder, or moves 128 files, in one message; none comes near this. */
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

/** A DeviceLink connection. It waits for the phone as long as the phone is there: only a closed link ends it. */
export class DeviceLink {
  readonly channel: Channel;
  readonly #signal: AbortSignal;

  constructor(channel: Channel, signal: AbortSignal) {
    this.channel = channel;
    this.#signal = signal;
    // Ending the connection wakes whoever waits on it: cheaper than a listener for each of a million waits.
    signal.addEventListener('abort', () => channel.destroy(), { once: true });
  }

  async send(message: HostMessage): Promise<void> {
    await this.#guard(() => this.channel.write(encodeFrame(encodeHostMessage(message), 'binary')));
  }

  /** Answers the message in hand. */
  answer(status = STATUS_OK, text = '', payload: PlistInput = {}): Promise<void> {
    return this.send({ name: 'DLMessageStatusResponse', status, text, payload });
  }

  async receive(): Promise<PhoneMessage> {
    const { reader } = this.channel;
    return decodePhoneMessage(await this.#guard(() => readFrame(reader, { maxBytes: MAX_MESSAGE_BYTES })));
  }

  /**
   * Feeds the raw parts of a batch to their parser until it is over. `pressure` is asked after every piece, and waited
   * for where it answers with a promise.
   */
  async feed(parser: PartParser, pressure?: () => Promise<void> | undefined): Promise<void> {
    const { reader } = this.channel;
    while (!parser.done) {
      let held: Promise<void> | undefined;
      await this.#guard(() =>
        reader.each((piece) => {
          reader.unread(parser.push(piece));
          held = pressure?.();
          return parser.done || held !== undefined ? 'enough' : 'more';
        }),
      );
      if (held !== undefined) await this.letWait(held);
    }
  }

  /** Lets the phone wait for something here; rejects with the signal's reason when the conversation is ended meanwhile. */
  letWait(until: Promise<void>): Promise<void> {
    return abortable(until, this.#signal);
  }

  /** Raw bytes towards the phone; resolves when their memory can be used again. */
  write(bytes: Uint8Array): Promise<void> {
    return this.#guard(() => this.channel.writeOut(bytes));
  }

  /** A connection that ended or broke is the end of the conversation, never "not ready yet". */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      this.#signal.throwIfAborted();
      if (isThawError(thrown) && thrown.code.startsWith('stream.')) {
        throw new BackupError('backup.link-lost', 'the link to the backup service ended', { cause: thrown });
      }
      throw thrown;
    }
  }
}

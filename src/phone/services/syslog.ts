import type { Channel } from '../../kit/channel.ts';
import { type SyslogLine, SyslogParser } from '../../wire/syslog.ts';
import { asGone } from '../exchanges.ts';
import type { Phone } from '../session.ts';

/**
 * The phone's own log as it is written: `com.apple.syslog_relay`, which sends from the first moment and is asked
 * nothing. It starts with now; what was logged before is not told.
 */
export class PhoneLog implements AsyncDisposable {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /**
   * What these processes log, some lines at a time, until the phone ends the service. Rejects with `phone.gone` when
   * the connection breaks.
   */
  async *lines(
    processes: ReadonlySet<string>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly SyslogLine[], void, undefined> {
    const parser = new SyslogParser(processes);
    for (;;) {
      const bytes = await this.#channel.reader.readSome(signal).catch(broken);
      if (!bytes) return;
      const lines = parser.push(bytes);
      if (lines.length > 0) yield lines;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#channel[Symbol.asyncDispose]();
  }
}

export async function openPhoneLog(phone: Phone, signal: AbortSignal): Promise<PhoneLog> {
  return new PhoneLog(await phone.startService('com.apple.syslog_relay', signal));
}

function broken(error: unknown): never {
  throw asGone(error);
}

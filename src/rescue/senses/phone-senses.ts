import { openPhone, type Phone, type PhoneLink } from '../../phone/session.ts';
import { maybeStringIn } from '../../wire/plist/access.ts';
import { batterySense, lookAtBattery } from './battery.ts';
import type { CrashReportsLook } from './crash-reports.ts';
import { noticesSense } from './notices.ts';
import { phoneLogSense } from './phone-log.ts';
import { pinging } from './ping.ts';
import type { Perceiving, PhoneSense } from './sense.ts';

/** Each is begun anew when it ends, as services do on a phone that locks or restarts. */
const SENSES: readonly PhoneSense[] = [phoneLogSense, noticesSense, batterySense];
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** What is felt of the phone itself, for as long as one attachment of it lasts, in a session of its own. */
export class PhoneSenses {
  readonly #perceiving: Perceiving;
  readonly #crashes: CrashReportsLook;
  readonly #senses: readonly PhoneSense[];
  readonly #signal: AbortSignal;
  readonly #working = new Set<Promise<void>>();
  #attachment: { readonly link: PhoneLink; readonly ended: AbortController } | undefined;
  #phone: Phone | undefined;
  readonly #begun = Promise.withResolvers<void>();
  /** The phone's own mark of its last start. */
  #start: string | undefined;
  #goneAt: number | undefined;

  constructor(
    perceiving: Perceiving,
    crashes: CrashReportsLook,
    also: readonly PhoneSense[],
    signal: AbortSignal,
  ) {
    this.#perceiving = perceiving;
    this.#crashes = crashes;
    this.#senses = [...SENSES, ...also];
    this.#signal = signal;
  }

  /** The attachment that is felt now. */
  get link(): PhoneLink | undefined {
    return this.#attachment?.link;
  }

  /** Resolves when the first session stands, or could not be had: before that there is nobody to ask. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  /** Ends what was felt of an earlier attachment, and begins with this one. */
  follow(link: PhoneLink | undefined): void {
    this.#attachment?.ended.abort();
    if (this.#attachment) this.#goneAt = this.#perceiving.clock.ticks();
    this.#attachment = undefined;
    if (!link || this.#signal.aborted) return;
    const ended = new AbortController();
    this.#attachment = { link, ended };
    const work = this.#feel(link, AbortSignal.any([this.#signal, ended.signal]));
    this.#working.add(work);
    void work.finally(() => this.#working.delete(work));
  }

  /** Asks the phone, where it trusts this computer, what it tells of itself. */
  async look(signal: AbortSignal): Promise<void> {
    const phone = this.#phone;
    if (!phone) return;
    await Promise.allSettled([
      this.#crashes.look(phone, this.#perceiving, signal),
      lookAtBattery(phone, this.#perceiving, signal),
    ]);
  }

  /** Resolves when all that was begun has ended, which its signal makes it do. */
  async ended(): Promise<void> {
    this.#attachment?.ended.abort();
    await Promise.all(this.#working);
  }

  /** Never rejects. */
  async #feel(link: PhoneLink, signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#again(() => pinging(link, this.#perceiving, signal), signal),
      this.#again(() => this.#inSession(link, signal).finally(this.#begun.resolve), signal),
    ]);
  }

  async #inSession(link: PhoneLink, signal: AbortSignal): Promise<void> {
    await using phone = await openPhone(link, signal);
    this.#phone = phone;
    this.#begun.resolve();
    this.#tellRestart(phone);
    try {
      const senses = this.#senses.map((sense) =>
        this.#again(() => sense(phone, this.#perceiving, signal), signal),
      );
      await Promise.all(senses);
    } finally {
      if (this.#phone === phone) this.#phone = undefined;
    }
  }

  /** A phone that came back with another start behind it did more than lose its cable. */
  #tellRestart({ values }: Phone): void {
    const start = maybeStringIn(values, 'BootSessionID');
    if (start === undefined) return;
    if (this.#start !== undefined && this.#start !== start) {
      const { clock, tell } = this.#perceiving;
      const secondsAway = Math.round((clock.ticks() - (this.#goneAt ?? clock.ticks())) / 1000);
      tell({ kind: 'phone.restarted', source: 'lockdown', facts: { secondsAway } });
    }
    this.#start = start;
  }

  /** Does it again whenever it ends, after a pause that grows; until the signal aborts. Never rejects. */
  async #again(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await work().catch(() => undefined);
      await this.#perceiving.clock.sleep(pause, signal).catch(() => undefined);
    }
  }
}

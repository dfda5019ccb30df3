import type { Clock } from '../kit/clock.ts';
import type { ContentKind, Emit, Phase } from '../kit/run-event.ts';
import type { PhoneMessage } from '../wire/devicelink/phone-message.ts';
import { contentKindOf } from './content-kind.ts';
import { isContents } from './contents.ts';

const EVERY_MS = 250;
/** The rate is an average of about the last few seconds, so that it neither jumps nor lags. */
const RATE_MS = 3000;
/** Below it the phone's percentage says nothing about the time left. */
const FIRST_USEFUL_PERCENT = 2;

/** Counts what crosses the link, in the direction that matters, and tells of it a few times a second. */
export class Progress {
  bytes = 0;
  files = 0;
  #phase: Phase = 'preparing';
  #percent = 0;
  #percentSince: number;
  #rate = 0;
  #toldAt: number;
  #toldBytes = 0;
  #sendingSince: number;
  #kind: ContentKind = 'other';
  readonly #kinds: Partial<Record<ContentKind, number>> = {};
  readonly #clock: Clock;
  readonly #emit: Emit;
  readonly #direction: 'receiving' | 'sending';

  constructor(clock: Clock, emit: Emit, direction: 'receiving' | 'sending' = 'receiving') {
    this.#clock = clock;
    this.#emit = emit;
    this.#direction = direction;
    this.#toldAt = clock.ticks();
    this.#sendingSince = this.#toldAt;
    this.#percentSince = this.#toldAt;
  }

  /** A message of the phone: the phases and the percentage are in them. */
  message(message: PhoneMessage): void {
    if (this.#phase === 'preparing' && this.#begins(message)) {
      this.#sendingSince = this.#clock.ticks();
      this.#enter('sending');
    }
    if (message.name === 'DLMessageMoveItems' && this.#phase === 'sending') this.#enter('finishing');
    if ('progress' in message && message.progress > 0) this.#move(Math.min(100, message.progress));
    this.#tellWhenDue();
  }

  /** What is received from now on is of this file. */
  fileBegins(devicePath: string): void {
    this.#kind = contentKindOf(devicePath);
  }

  received(bytes: number): void {
    if (this.#direction === 'receiving') {
      this.bytes += bytes;
      this.#kinds[this.#kind] = (this.#kinds[this.#kind] ?? 0) + bytes;
    }
    this.#tellWhenDue();
  }

  sent(bytes: number): void {
    if (this.#direction === 'sending') this.bytes += bytes;
    this.#tellWhenDue();
  }

  fileSent(path: string): void {
    if (this.#direction === 'sending' && isContents(path)) this.files += 1;
  }

  fileReceived(): void {
    this.files += 1;
  }

  /** The first message with which the backup's files cross. */
  #begins(message: PhoneMessage): boolean {
    if (this.#direction === 'receiving') return message.name === 'DLMessageUploadFiles';
    return message.name === 'DLMessageDownloadFiles' && isContents(message.paths[0] ?? '');
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#emit({ type: 'phase.changed', phase });
  }

  #move(percent: number): void {
    if (percent !== this.#percent) this.#percentSince = this.#clock.ticks();
    this.#percent = percent;
  }

  #tellWhenDue(): void {
    const now = this.#clock.ticks();
    const elapsed = now - this.#toldAt;
    if (elapsed < EVERY_MS) return;
    const rate = ((this.bytes - this.#toldBytes) * 1000) / elapsed;
    const weight = Math.min(1, elapsed / RATE_MS);
    this.#rate = this.#rate === 0 ? rate : this.#rate * (1 - weight) + rate * weight;
    this.#toldAt = now;
    this.#toldBytes = this.bytes;
    const secondsLeft = this.#secondsLeft(now);
    this.#emit({
      type: 'progress',
      phase: this.#phase,
      percent: this.#percent,
      bytes: this.bytes,
      files: this.files,
      bytesPerSecond: Math.round(this.#rate),
      ...(secondsLeft !== undefined && { secondsLeft }),
      ...(this.#direction === 'receiving' && { kinds: { ...this.#kinds } }),
    });
  }

  #secondsLeft(now: number): number | undefined {
    if (this.#phase !== 'sending' || this.#percent < FIRST_USEFUL_PERCENT) return undefined;
    // Within one large file the percentage stands still, and the time it tells of is that until it came to stand.
    const sent = this.#percentSince - this.#sendingSince;
    const left = (sent * (100 - this.#percent)) / this.#percent - (now - this.#percentSince);
    return left > 0 ? Math.round(left / 1000) : undefined;
  }
}

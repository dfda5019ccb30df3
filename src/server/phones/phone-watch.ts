import { attachedPhones } from '../../app/attached.ts';
import { type ListedPhone, listPhones } from '../../app/devices.ts';
import { localMux } from '../../app/local-mux.ts';
import { codeOf } from '../../app/words.ts';
import type { Clock } from '../../kit/clock.ts';
import { messageOf } from '../../kit/errors.ts';
import type { Problem } from '../contract/problem.ts';
import { problemOf } from '../http/problem-answer.ts';
import type { PhonePlace, PhonePlaces } from './phone-places.ts';

/** A phone that comes or goes is seen so soon. */
const LOOK_MS = 1_000;
/** Its battery and its lock are asked for so often; each time is a session with the phone. */
const ASK_AGAIN_MS = 30_000;
/** The same while something stands in the way: somebody is about to mend it. */
const ASK_TROUBLED_MS = 3_000;

/** A phone, and whether it is a virtual one. */
export interface SeenPhone {
  readonly phone: ListedPhone;
  readonly virtual: boolean;
}

export interface Seen {
  readonly phones: readonly SeenPhone[];
  /** Why this computer's own phones cannot be seen. */
  readonly problem: Problem | null;
}

interface Look {
  readonly attached: string;
  readonly asked: number;
  readonly phones: readonly ListedPhone[];
  readonly problem: Problem | null;
}

/** Looks after the phones at this computer while somebody wants to know. */
export class PhoneWatch {
  readonly #places: PhonePlaces;
  readonly #clock: Clock;
  /** Phones that are at work and not to be disturbed: what was last seen of them is told. */
  readonly #isBusy: (udid: string) => boolean;
  readonly #looks = new Map<PhonePlace, Look>();
  #looking: Promise<Seen> | undefined;

  constructor(places: PhonePlaces, clock: Clock, isBusy: (udid: string) => boolean) {
    this.#places = places;
    this.#clock = clock;
    this.#isBusy = isBusy;
  }

  /** Asks anew at the next look. */
  forget(): void {
    this.#looks.clear();
  }

  /** What was last seen of a phone, without asking. */
  known(udid: string): ListedPhone | undefined {
    const looks = [...this.#looks.values()];
    return looks.flatMap(({ phones }) => phones).find((phone) => phone.udid === udid);
  }

  /** What is there now. */
  async look(signal: AbortSignal): Promise<Seen> {
    // Several pages look together; a look has its own limits, and one page that leaves must not end it for the others.
    this.#looking ??= this.#lookAll().finally(() => {
      this.#looking = undefined;
    });
    const seen = await this.#looking;
    signal.throwIfAborted();
    return seen;
  }

  /** What is there now and whenever it may have changed; ends by its signal. */
  async *changes(signal: AbortSignal): AsyncGenerator<Seen, void, undefined> {
    while (!signal.aborted) {
      yield await this.look(signal);
      await this.#clock.sleep(LOOK_MS, signal).catch(() => undefined);
    }
  }

  async #lookAll(): Promise<Seen> {
    const never = new AbortController().signal;
    const places = this.#places.all;
    for (const gone of [...this.#looks.keys()].filter((place) => !places.includes(place)))
      this.#looks.delete(gone);
    const looks = await Promise.all(places.map((place) => this.#lookAt(place, never)));
    const phones = places.flatMap(({ virtual }, index) =>
      (looks[index]?.phones ?? []).map((phone) => ({ phone, virtual: virtual !== undefined })),
    );
    return { phones, problem: looks[0]?.problem ?? null };
  }

  async #lookAt(place: PhonePlace, signal: AbortSignal): Promise<Look> {
    const mux = localMux(this.#clock, place.usbmuxd);
    const attached = await attachedPhones(mux, signal).catch((thrown: unknown) => messageOf(thrown));
    const before = this.#looks.get(place);
    if (before && attached === before.attached && this.#isFresh(before)) return before;
    const asked = this.#clock.ticks();
    const found = await this.#ask(place, before, signal);
    const look = { attached, asked, ...found };
    this.#looks.set(place, look);
    return look;
  }

  #isFresh({ asked, phones, problem }: Look): boolean {
    const age = this.#clock.ticks() - asked;
    const waits = phones.some(
      ({ udid, state }) => udid !== null && !this.#isBusy(udid) && state !== 'normal',
    );
    return age < (waits || problem ? ASK_TROUBLED_MS : ASK_AGAIN_MS);
  }

  async #ask(
    { usbmuxd }: PhonePlace,
    before: Look | undefined,
    signal: AbortSignal,
  ): Promise<Pick<Look, 'phones' | 'problem'>> {
    const clock = this.#clock;
    const known = (before?.phones ?? []).filter(({ udid }) => udid !== null && this.#isBusy(udid));
    try {
      const cable = usbmuxd === undefined ? {} : { onTheCable: nothingOnTheCable };
      const phones = await listPhones({ mux: localMux(clock, usbmuxd), clock, known, ...cable }, signal);
      return { phones, problem: null };
    } catch (thrown) {
      const none = codeOf(thrown) === 'phone.none';
      return { phones: none ? [] : known, problem: none ? null : problemOf(thrown) };
    }
  }
}

/** A usbmuxd elsewhere knows nothing of this computer's own cables. */
async function nothingOnTheCable(): Promise<{ withoutIos: []; withIos: [] }> {
  return { withoutIos: [], withIos: [] };
}

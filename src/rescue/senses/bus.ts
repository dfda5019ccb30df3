import { phonesOnBus } from '../../host/usb/on-bus.ts';
import { recentTroubles } from '../../host/usb/recent-troubles.ts';
import { isSerialOf, modelMegabits, type UsbLink } from '../../host/usb/usb-link.ts';
import type { EvidenceFacts } from '../../kit/evidence.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Perceiving } from './sense.ts';

/** USB 1.1: an iPhone comes down to it only over a damaged cable, a bad port or an ancient hub. */
const FULL_SPEED_MEGABITS = 12;
/** Of the bits on the bus about so many are data. */
const BITS_A_BYTE = 10;
const LOOK_BACK_SECONDS = 120;

/** What this computer's USB bus tells of the phone's connection. */
export class BusSense {
  readonly #udid: string;
  readonly #productType: string | undefined;
  readonly #perceiving: Perceiving;
  readonly #signal: AbortSignal;
  /** Remembered beyond the phone's leaving, which is when it matters. */
  #link: UsbLink | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    { udid, productType }: { readonly udid: string; readonly productType?: string | undefined },
    perceiving: Perceiving,
    signal: AbortSignal,
  ) {
    this.#udid = udid;
    this.#productType = productType;
    this.#perceiving = perceiving;
    this.#signal = signal;
  }

  attached({ speed, connection }: MuxDevice): void {
    if (connection !== 'usb') return;
    this.#looking = this.#findLink(speed === undefined ? undefined : speed / 1e6).catch(() => undefined);
  }

  /** Tells of what the computer's log says about the phone's port. */
  async look(signal: AbortSignal): Promise<void> {
    await this.#looking;
    if (!this.#link) return;
    const { tell } = this.#perceiving;
    const troubles = await recentTroubles(this.#link.location, LOOK_BACK_SECONDS, signal);
    for (const { event, times, onHub, code } of troubles) {
      if (event !== 'error')
        tell({ kind: 'link.port-events', source: 'computer', facts: { event, times, onHub } });
      else if (!onHub && code !== undefined)
        tell({ kind: 'link.bus-errors', source: 'computer', facts: { code, times } });
    }
  }

  async #findLink(toldMegabits: number | undefined): Promise<void> {
    const links = await phonesOnBus(this.#signal);
    this.#link = links.find(({ serial }) => isSerialOf(this.#udid, serial));
    const { tell } = this.#perceiving;
    if (this.#link) tell({ kind: 'link.port', source: 'computer', facts: this.#portOf(this.#link) });
    const megabits = this.#link?.megabits ?? toldMegabits;
    if (megabits === undefined || megabits > FULL_SPEED_MEGABITS) return;
    const facts = { bytesPerSecond: Math.round((megabits * 1e6) / BITS_A_BYTE), megabitsPerSecond: megabits };
    tell({ kind: 'link.slow', source: 'computer', facts });
  }

  #portOf({
    hubs,
    location,
    megabits,
    savesPower,
    savesPowerByDefault,
  }: UsbLink): EvidenceFacts['link.port'] {
    return {
      hubs,
      ...(location !== '' && { location }),
      ...(megabits !== undefined && { megabitsPerSecond: megabits }),
      ...(this.#productType !== undefined && { modelMegabitsPerSecond: modelMegabits(this.#productType) }),
      ...(savesPower !== undefined && { savesPower }),
      ...(savesPowerByDefault !== undefined && { savesPowerByDefault }),
    };
  }
}

import { recentBusErrors, usbPortOf } from '../../host/linux/usb-errors.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Perceiving } from './sense.ts';

/** USB 1.1: an iPhone comes down to it only over a damaged cable, a bad port or an ancient hub. */
const FULL_SPEED_BITS = 12_000_000;
/** Of the bits on the bus about so many are data. */
const BITS_A_BYTE = 10;
const LOOK_BACK_SECONDS = 120;

/** What this computer's USB bus tells of the phone's connection. */
export class BusSense {
  readonly #perceiving: Perceiving;
  /** Remembered beyond the phone's leaving, which is when it matters. */
  #port: Promise<string | undefined> = Promise.resolve(undefined);

  constructor(perceiving: Perceiving) {
    this.#perceiving = perceiving;
  }

  attached({ speed, locationId }: MuxDevice): void {
    if (locationId !== undefined) this.#port = usbPortOf(locationId).catch(() => undefined);
    if (speed === undefined || speed > FULL_SPEED_BITS) return;
    const facts = { bytesPerSecond: Math.round(speed / BITS_A_BYTE), megabitsPerSecond: speed / 1e6 };
    this.#perceiving.tell({ kind: 'link.slow', source: 'usbmux', facts });
  }

  /** Tells of errors that the kernel reported about the phone's port. */
  async look(signal: AbortSignal): Promise<void> {
    const port = await this.#port;
    if (port === undefined) return;
    for (const facts of await recentBusErrors(port, LOOK_BACK_SECONDS, signal))
      this.#perceiving.tell({ kind: 'link.bus-errors', source: 'computer', facts });
  }
}

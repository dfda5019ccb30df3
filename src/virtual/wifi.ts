import type { Clock } from '../kit/clock.ts';
import { Broadcast } from './broadcast.ts';
import { Link } from './link.ts';

const HEARTBEAT_SERVICE = 'com.apple.mobile.heartbeat';

/** A phone that hears no heartbeat on Wi-Fi ends the services within seconds; this long is the interval it asks for. */
const WITHOUT_HEARTBEAT_MS = 10_000;
/** Long enough for the words to arrive, also in a scenario that runs many times faster. */
const SAYING_SO_MS = 6000;

/** Opens the phone's ports on an address of its own, for programs that do not go through usbmuxd. */
export interface WifiPorts {
  /** Bare IP address. */
  readonly host: string;
  /** Resolves when the port can be connected to, once. */
  open(port: number): Promise<void>;
}

export interface WifiOptions {
  /** Sync over Wi-Fi is on: the phone offers itself. */
  readonly offered: boolean;
  /** The computer must keep the heartbeat itself; usbmuxd of macOS and netmuxd do it for all programs. */
  readonly needsHeartbeat: boolean;
}

/** The way over Wi-Fi: there while the phone offers itself, is awake, in range, and runs iOS. */
export class Wifi extends Link<'offered' | 'awake' | 'inRange' | 'up'> {
  /** Told when the phone is about to sleep. */
  readonly sleepy = new Broadcast<void>();
  ports: WifiPorts | undefined;
  readonly #clock: Clock;
  readonly #needsHeartbeat: boolean;
  #fallingAsleep: Disposable | undefined;

  constructor({ offered, needsHeartbeat }: WifiOptions, clock: Clock) {
    super({ offered, awake: true, inRange: true, up: true });
    this.#clock = clock;
    this.#needsHeartbeat = needsHeartbeat;
  }

  /** The phone says so on the heartbeat, and is gone a moment later. */
  sleep(): void {
    this.sleepy.emit();
    this.#fallingAsleep = this.#clock.after(SAYING_SO_MS, () => this.set('awake', false));
  }

  wake(): void {
    this.#fallingAsleep?.[Symbol.dispose]();
    this.set('awake', true);
  }

  override carry(service: string): Disposable & { readonly signal: AbortSignal } {
    const carried = super.carry(service);
    if (!this.#needsHeartbeat || service === HEARTBEAT_SERVICE) return carried;
    const watch = this.#watchHeartbeat(carried.signal);
    return {
      signal: carried.signal,
      [Symbol.dispose]: () => {
        watch[Symbol.dispose]();
        carried[Symbol.dispose]();
      },
    };
  }

  #watchHeartbeat(signal: AbortSignal): Disposable {
    let timer: Disposable;
    const look = (): void => {
      if (signal.aborted) return;
      if (!this.carries(HEARTBEAT_SERVICE)) this.cut();
      timer = this.#clock.after(WITHOUT_HEARTBEAT_MS, look);
    };
    timer = this.#clock.after(WITHOUT_HEARTBEAT_MS, look);
    return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
  }
}

import { Broadcast } from './broadcast.ts';
import { isListed, type Mode } from './mode.ts';
import type { VirtualPhone } from './phone.ts';

/** How long a restart keeps the phone away. */
const BOOT_SECONDS = 2;

/** What runs on the phone, and how it comes from one to the other. */
export class Boot {
  /** Told after each change. */
  readonly changed = new Broadcast<Mode>();
  /** New with every start. */
  session: string = crypto.randomUUID().toUpperCase();
  /** So many of the next starts end in recovery. */
  failingStarts = 0;
  /** An update is being installed: whoever breaks it off leaves the phone in recovery. */
  installing = false;
  readonly #phone: VirtualPhone;
  #mode: Mode = 'normal';
  #starting: Disposable | undefined;

  constructor(phone: VirtualPhone) {
    this.#phone = phone;
  }

  get mode(): Mode {
    return this.#mode;
  }

  enter(mode: Mode): void {
    this.#starting?.[Symbol.dispose]();
    this.#mode = mode;
    if (mode !== 'normal') this.#phone.ports.closeAll();
    this.#phone.cable.set('up', isListed(mode));
    this.#phone.wifi.set('up', mode === 'normal');
    this.changed.emit(mode);
  }

  /** Switches off and on again: gone from the computer for a while, then back under a new DeviceID, locked. */
  restart(): void {
    if (this.installing) this.failingStarts += 1;
    this.installing = false;
    this.enter('off');
    this.#starting = this.#phone.later(BOOT_SECONDS, () => this.#start());
  }

  #start(): void {
    if (this.failingStarts > 0) {
      this.failingStarts -= 1;
      this.enter('recovery');
      return;
    }
    const phone = this.#phone;
    this.session = crypto.randomUUID().toUpperCase();
    phone.locked = phone.passcodeSet;
    phone.unlockedSinceBoot = !phone.passcodeSet;
    phone.restarted.emit();
    this.enter('normal');
    if (phone.locked) void phone.prompt('unlock-after-boot', phone.gone).catch(() => undefined);
  }
}

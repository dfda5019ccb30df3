import { Broadcast } from './broadcast.ts';
import { Link } from './link.ts';

type Condition = 'plugged' | 'data' | 'up';

/** The cable: plugged in, its wires for data good, and the phone's end of it up, as it is while iOS runs. */
export class Cable extends Link<Condition> {
  /** Told whenever one of its conditions is set, also while usbmuxd sees nothing of it. */
  readonly touched = new Broadcast<void>();

  constructor(plugged = true) {
    super({ plugged, data: true, up: true });
  }

  plug(): void {
    this.set('plugged', true);
  }

  unplug(): void {
    this.set('plugged', false);
  }

  override set(condition: Condition, met: boolean): void {
    super.set(condition, met);
    this.touched.emit();
  }
}

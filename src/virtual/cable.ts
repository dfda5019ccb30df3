import { Link } from './link.ts';

/** The cable: plugged in, and the phone's end of it up, as it is while iOS runs. */
export class Cable extends Link<'plugged' | 'up'> {
  constructor(plugged = true) {
    super({ plugged, up: true });
  }

  plug(): void {
    this.set('plugged', true);
  }

  unplug(): void {
    this.set('plugged', false);
  }
}

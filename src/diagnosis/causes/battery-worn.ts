import { type Cause, given, KEPT } from '../cause.ts';

/** An old battery gives way under load: the phone switches off or restarts. */
export const batteryWorn: Cause = {
  id: 'battery-worn',
  requirements: ['C3'],
  prior: 5,
  signs: [
    // Apple calls 80 % the end of a battery's good life.
    given('battery.state', 25, ({ healthPercent }) => healthPercent !== undefined && healthPercent < 75),
    given('battery.state', 4, ({ cycles }) => cycles !== undefined && cycles > 900),
    given('battery.state', 1 / 10),
    given('phone.restarted', 30),
    given('link.detached', 1.5),
  ],
  tell: (seen) => {
    const health = seen.last('battery.state')?.healthPercent;
    return {
      sentence: `The iPhone’s battery is worn${
        health === undefined ? '' : ` (${Math.round(health)} % of its first capacity)`
      } and gives way under load.`,
      safe: KEPT,
      next: 'Keep it on a charger for the whole backup, and have the battery replaced afterwards.',
    };
  },
};

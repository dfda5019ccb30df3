import { type Cause, given, KEPT } from '../cause.ts';

/** The phone is hot and slows itself down. */
export const overheating: Cause = {
  id: 'overheating',
  requirements: ['A7'],
  prior: 12,
  signs: [
    given('battery.state', 200, ({ celsius }) => celsius !== undefined && celsius >= 45),
    // iPhones are meant for up to 35 °C around them; a battery above 42 °C makes them throttle.
    given('battery.state', 60, ({ celsius }) => celsius !== undefined && celsius >= 42),
    given('battery.state', 6, ({ celsius }) => celsius !== undefined && celsius >= 39),
    given('battery.state', 1 / 20, ({ celsius }) => celsius !== undefined && celsius < 36),
    given('watch.rate-fell', 5),
    given('link.slow', 4),
  ],
  tell: (seen) => {
    const celsius = seen.last('battery.state')?.celsius;
    return {
      sentence: `The iPhone is too hot${celsius === undefined ? '' : ` (${Math.round(celsius)} °C)`} and slows itself down.`,
      safe: KEPT,
      next: 'Lay it somewhere cool and out of its case, not in a fridge. Thaw pauses and goes on when it has cooled.',
    };
  },
};

import { type Cause, given, KEPT } from '../cause.ts';

/** Low Power Mode is on: the phone puts its background work off. */
export const lowPowerMode: Cause = {
  id: 'low-power-mode',
  requirements: ['D4'],
  prior: 8,
  signs: [
    given('phone.low-power-changed', 60),
    given('watch.rate-fell', 5),
    given('battery.state', 2, ({ percent }) => percent !== undefined && percent <= 20),
  ],
  tell: () => ({
    sentence: 'Low Power Mode was switched on the iPhone: it puts work in the background off.',
    safe: KEPT,
    next: 'Switch it off: Settings › Battery › Low Power Mode. Leave the phone charging.',
  }),
};

import { type Cause, given, KEPT } from '../cause.ts';

/** A phone on Wi-Fi went to sleep; off the charger it does so minutes after its screen went dark. */
export const phoneAsleep: Cause = {
  id: 'phone-asleep',
  requirements: ['B7', 'D3', 'C8'],
  // Four Wi-Fi cases, two of them settled.
  prior: 12,
  signs: [
    // The phone says so itself.
    given('wifi.asleep', 3000),
    given('wifi.lost', 30),
    given('wifi.broke', 20),
    given('battery.state', 2, ({ plugged }) => plugged === false),
    given('phone.restarted', 1 / 30),
  ],
  tell: (seen) => ({
    sentence: seen.has('wifi.asleep')
      ? 'The iPhone went to sleep, and with it the Wi-Fi connection.'
      : 'The iPhone is probably asleep: it can no longer be seen on Wi-Fi.',
    safe: KEPT,
    next: 'Wake it and put it on a charger, where it stays reachable; or plug it in here. Thaw carries on by itself.',
  }),
};

import { type Cause, given, KEPT } from '../cause.ts';

/** The battery is nearly empty and nothing charges it. */
export const batteryLow: Cause = {
  id: 'battery-low',
  requirements: ['C3', 'C9'],
  prior: 12,
  signs: [
    given('battery.state', 300, ({ percent, charging }) => (percent ?? 100) <= 10 && charging !== true),
    given('battery.state', 15, ({ percent, charging }) => (percent ?? 100) <= 20 && charging !== true),
    given('battery.state', 1 / 20, ({ percent }) => percent !== undefined && percent > 30),
    // An empty phone switches itself off.
    given('link.detached', 1.5),
  ],
  tell: (seen) => {
    const percent = seen.last('battery.state')?.percent;
    return {
      sentence: `The iPhone’s battery is nearly empty${percent === undefined ? '' : ` (${Math.round(percent)} %)`} and is not charging.`,
      safe: KEPT,
      next: 'Connect it to a charger, or to a port that charges it; Thaw goes on by itself.',
    };
  },
};

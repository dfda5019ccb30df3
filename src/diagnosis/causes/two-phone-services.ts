import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** Two programs serve phones on this computer at once, and each takes them from the other. */
export const twoPhoneServices: Cause = {
  id: 'two-phone-services',
  requirements: ['A1', 'B14', 'C5'],
  // Reported for usbmuxd beside netmuxd or usbmuxd2, and for iTunes beside Apple Devices.
  prior: 6,
  signs: [
    // Hardly anybody has two; who has, has them for a reason, and they may get on.
    given('computer.phone-service', 100, ({ rival }) => rival !== undefined),
    failedWith(600, 'mux.gone', 'mux.refused', 'mux.silent'),
    failedWith(4, ...LOST_LINK),
    given('computer.mux-blind', 20),
    given('link.detached', 12),
    given('link.attached', 4, ({ secondsAway }) => secondsAway < 15),
    given('link.steady', 2),
  ],
  tell: (seen) => {
    const service = seen.last('computer.phone-service', ({ rival }) => rival !== undefined);
    return {
      sentence: `${service?.name ?? 'The service for iPhones'} and ${service?.rival ?? 'another program'} both serve iPhones on this computer, and take them from each other.`,
      safe: KEPT,
      next: `End ${service?.rival ?? 'one of them'}, and connect the iPhone again.`,
    };
  },
};

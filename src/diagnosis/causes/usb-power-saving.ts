import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** The computer puts the phone's port to sleep to save power, and the phone does not wake well. */
export const usbPowerSaving: Cause = {
  id: 'usb-power-saving',
  requirements: ['A4', 'C7', 'C9'],
  prior: 6,
  signs: [
    // Windows comes so, and most phones live with it.
    given('link.port', 3, ({ savesPowerByDefault }) => savesPowerByDefault === true),
    // By default Linux leaves phones alone; a power-saving tool has switched it on.
    given('link.port', 50, ({ savesPower }) => savesPower === true),
    given('link.port', 1 / 50, ({ savesPower }) => savesPower === false),
    given('link.port-events', 12, ({ event, onHub }) => event === 'reset' && !onHub),
    given('link.port-events', 4, ({ onHub }) => !onHub),
    given('link.bus-errors', 2),
    given('link.detached', 20),
    // It wakes up again by itself.
    given('link.attached', 6, ({ secondsAway }) => secondsAway < 15),
    failedWith(5, ...LOST_LINK),
    given('link.steady', 1 / 20),
    given('phone.restarted', 1 / 30),
    given('computer.slept', 1 / 6),
  ],
  tell: (seen) => ({
    sentence:
      'This computer puts the iPhone’s USB port to sleep to save power, and the connection breaks off.',
    safe: KEPT,
    next: seen.last('link.port')?.savesPowerByDefault
      ? 'Switch USB selective suspend off for the time of the backup, in the advanced settings of the power plan.'
      : 'Switch USB power saving off for the time of the backup (TLP: USB_EXCLUDE_PHONE=1; powertop: not “Good” for the iPhone).',
  }),
};

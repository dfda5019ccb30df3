import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** iOS itself took the slot away from the backup: other work, Low Power Mode, heat. */
export const icloudPutOff: Cause = {
  id: 'icloud-put-off',
  requirements: ['D4', 'D5'],
  prior: 3,
  signs: [
    // 223: “canceled (deferred)”.
    given('cloud.failed', 2000, ({ reason, final }) => reason === 'put-off' && final),
    given('cloud.failed', 50, ({ reason }) => reason === 'put-off'),
    given('cloud.put-off', 3, ({ because }) => because === 'failures'),
    given('phone.low-power-changed', 3),
  ],
  tell: (seen) => ({
    sentence: `The iPhone itself put its iCloud backup off${
      seen.has('phone.low-power-changed') ? '; Low Power Mode was switched' : ' for other work'
    }.`,
    safe: CLOUD_SAFE,
    next: 'Switch Low Power Mode off, and leave the iPhone locked and charging on Wi-Fi: nothing is wrong with the backup.',
  }),
};

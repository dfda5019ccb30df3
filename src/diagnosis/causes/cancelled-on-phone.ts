import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The owner stopped the backup on the phone’s screen. */
export const cancelledOnPhone: Cause = {
  id: 'cancelled-on-phone',
  requirements: ['C8'],
  prior: 12,
  signs: [
    failedWith(2000, 'backup.cancelled-on-phone'),
    given('phone.cancelled', 300),
    given('log.backup-failed', 120, ({ code }) => code === 202),
  ],
  tell: () => ({
    sentence: 'The backup was stopped on the iPhone’s screen.',
    safe: KEPT,
    next: 'Start again whenever you like; Thaw carries on where it was.',
  }),
};

import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** The phone itself has no room for what an iCloud backup writes while it works. */
export const icloudPhoneFull: Cause = {
  id: 'icloud-phone-full',
  requirements: ['B4', 'D1'],
  prior: 2,
  signs: [
    given('cloud.failed', 2500, ({ reason, final }) => reason === 'phone-full' && final),
    given('cloud.failed', 100, ({ reason }) => reason === 'phone-full'),
  ],
  tell: () => ({
    sentence: 'The iPhone itself is too full for its iCloud backup: it needs some room while it works.',
    safe: CLOUD_SAFE,
    next: 'Free a gigabyte or two on the iPhone: Settings › General › iPhone Storage shows what takes the room.',
  }),
};

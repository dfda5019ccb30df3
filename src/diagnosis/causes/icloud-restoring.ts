import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** Apps and data still come back from an earlier iCloud backup; until that is over none is made. */
export const icloudRestoring: Cause = {
  id: 'icloud-restoring',
  requirements: ['C1'],
  prior: 3,
  signs: [
    given('cloud.restoring', 3000),
    given('cloud.failed', 2000, ({ reason }) => reason === 'restoring'),
  ],
  tell: () => ({
    sentence:
      'The iPhone is still bringing apps and data back from iCloud, and makes no backup before that is done.',
    safe: NOTHING_CHANGED,
    next: 'Leave it charging on Wi-Fi until it has finished; it may take days. An app that never comes back can be deleted to end the wait.',
  }),
};

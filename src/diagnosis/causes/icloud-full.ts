import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** No room in the person's iCloud storage: the phone asks for it before it sends anything, and is refused. */
export const icloudFull: Cause = {
  id: 'icloud-full',
  requirements: ['B4', 'D1', 'D2'],
  // The commonest of all by what people ask; few of them end up in a bug tracker.
  prior: 8,
  signs: [
    // 303, and CloudKit's 25, mean nothing else.
    given('cloud.failed', 3000, ({ reason, final }) => reason === 'icloud-full' && final),
    given('cloud.failed', 400, ({ reason }) => reason === 'icloud-full'),
    given('cloud.put-off', 500, ({ because }) => because === 'full'),
  ],
  tell: (seen) => ({
    sentence: 'There is no room left in iCloud for the backup of this iPhone.',
    safe: CLOUD_SAFE,
    next: seen.has('cloud.put-off')
      ? 'Make room in iCloud, then tap Back Up Now: after failures like this the iPhone itself waits longer and longer.'
      : 'Make room in iCloud, or make the backup on this computer instead: there it needs no iCloud.',
  }),
};

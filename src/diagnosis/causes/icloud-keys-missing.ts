import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** Files whose encryption keys the backup cannot get: often until the next unlock, sometimes until a fresh start of the chain. */
export const icloudKeysMissing: Cause = {
  id: 'icloud-keys-missing',
  requirements: ['B16'],
  // One radar with the words, and the number 209 in a real phone's preferences.
  prior: 3,
  signs: [
    given('cloud.failed', 2500, ({ reason, final }) => reason === 'missing-keys' && final),
    given('cloud.failed', 200, ({ reason }) => reason === 'missing-keys'),
    given('cloud.put-off', 600, ({ because }) => because === 'keys'),
    given('cloud.failed', 1500, ({ reason }) => reason === 'locked'),
  ],
  tell: () => ({
    sentence: 'The iCloud backup cannot get the encryption keys of some files.',
    safe: CLOUD_SAFE,
    next: 'Unlock the iPhone once while it charges on Wi-Fi, and let it try again. If that does not help, its chain of iCloud backups has to begin afresh.',
  }),
};

import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** Apple’s servers are busy or out of order. */
export const icloudServer: Cause = {
  id: 'icloud-server',
  requirements: ['D11'],
  // In the winter of 2021 such errors lasted for weeks and months.
  prior: 4,
  signs: [
    given('cloud.failed', 2000, ({ reason, final }) => reason === 'server-busy' && final),
    given('cloud.put-off', 400, ({ because }) => because === 'server'),
    given('cloud.failed', 15, ({ reason }) => reason === 'server-busy'),
  ],
  tell: () => ({
    sentence: 'Apple’s servers turn the backup away at the moment: they are busy or out of order.',
    safe: CLOUD_SAFE,
    next: 'There is nothing to mend here. The iPhone tries again by itself; leave it charging on Wi-Fi.',
  }),
};

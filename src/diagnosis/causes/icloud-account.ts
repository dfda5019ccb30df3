import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** iCloud wants to know anew who it is, or nobody is signed in. */
export const icloudAccount: Cause = {
  id: 'icloud-account',
  requirements: ['D10'],
  prior: 3,
  signs: [
    given('cloud.failed', 3000, ({ reason, final }) => reason === 'account' && final),
    given('cloud.failed', 200, ({ reason }) => reason === 'account'),
  ],
  tell: () => ({
    sentence: 'iCloud does not let this iPhone in: it wants to know anew who it is, or nobody is signed in.',
    safe: CLOUD_SAFE,
    next: 'Open Settings on the iPhone; a line under your name says what it wants. Do it there and nowhere else: Thaw never asks for anything of your account.',
  }),
};

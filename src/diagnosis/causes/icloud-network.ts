import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** The phone's own word that it does not reach iCloud, or loses it on the way. */
export const icloudNetwork: Cause = {
  id: 'icloud-network',
  requirements: ['B2', 'B7', 'D3'],
  // Five reports of blocked or failing networks.
  prior: 6,
  signs: [
    given('cloud.failed', 2000, ({ reason, final }) => reason === 'network' && final),
    // Single failures are the rule on every network, and are tried again.
    given('cloud.failed', 15, ({ reason }) => reason === 'network'),
  ],
  tell: () => ({
    sentence: 'The iPhone does not reach iCloud well enough over this Wi-Fi to finish its backup.',
    safe: `${CLOUD_SAFE} What is already in iCloud is not sent again.`,
    next: 'Try another Wi-Fi, without a VPN or an ad blocker, close to the router. A backup on this computer needs no Internet.',
  }),
};

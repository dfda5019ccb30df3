import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** Somebody between the phone and iCloud shows a certificate that is not Apple's. */
export const icloudTlsRefused: Cause = {
  id: 'icloud-tls-refused',
  requirements: ['B9', 'C5'],
  prior: 2,
  signs: [
    given('cloud.failed', 3000, ({ reason, final }) => reason === 'tls-refused' && final),
    given('cloud.failed', 200, ({ reason }) => reason === 'tls-refused'),
  ],
  tell: () => ({
    sentence:
      'The protected connection from the iPhone to iCloud is refused: something on the way reads along, or the date of the iPhone is wrong.',
    safe: CLOUD_SAFE,
    next: 'Switch off VPN and security software on the network or the iPhone, or use another Wi-Fi; the networks of firms and schools often do this.',
  }),
};

import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** A profile on the phone forbids backups to computers. */
export const serviceForbidden: Cause = {
  id: 'service-forbidden',
  requirements: ['A10', 'A13'],
  prior: 4,
  // ServiceProhibited is lockdownd's word for exactly this.
  signs: [failedWith(3200, 'phone.service-prohibited'), given('phone.supervised', 4)],
  tell: () => ({
    sentence: 'A profile on the iPhone forbids backups to a computer.',
    safe: NOTHING_CHANGED,
    next: 'Ask whoever manages the phone, or remove the profile in Settings › General › VPN & Device Management.',
  }),
};

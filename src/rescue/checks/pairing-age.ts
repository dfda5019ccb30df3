import { type Check, fine } from './check.ts';

const DAY_MS = 86_400_000;
/** iOS forgets a computer that it has not met for about 30 days. */
const LAPSES_DAYS = 30;
const WARN_DAYS = 23;

/** Over Wi-Fi a pairing grows old unnoticed: only the cable renews it for certain. */
export const pairingAge: Check = {
  id: 'pairing-age',
  title: 'how old the trust is',
  requirements: ['A10', 'C11'],
  async look({ phone, clock, lastContact }) {
    if (!phone) return undefined;
    if (phone.device.connection === 'usb')
      return fine('It trusts this computer, and has just met it on the cable.');
    if (!lastContact) return fine('It trusts this computer.');
    const daysSinceContact = Math.floor((clock.now().getTime() - lastContact.getTime()) / DAY_MS);
    if (daysSinceContact < WARN_DAYS) return fine('It trusts this computer.');
    return {
      standing: 'note',
      sentence: `The phone last met this computer on the cable ${daysSinceContact} days ago; after about ${LAPSES_DAYS} it forgets it.`,
      next: 'Connect it by cable once, soon.',
      evidence: [{ kind: 'pairing.stale', source: 'computer', facts: { daysSinceContact } }],
    };
  },
};

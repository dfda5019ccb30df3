import { type Check, fine } from './check.ts';

const DAY_MS = 86_400_000;
/** iOS forgets a computer that it has not met for about 30 days, by a vendor's account of backups that stopped. */
const LAPSES_DAYS = 30;
const WARN_DAYS = 20;

/** Whether the phone trusts this computer, and, of one that is not here, how long it still will. */
export const pairingAge: Check = {
  id: 'pairing-age',
  title: 'how old the trust is',
  requirements: ['A10', 'C11'],
  async look({ phone, clock, lastContact }) {
    if (phone) return fine('The phone trusts this computer.');
    if (!lastContact) return undefined;
    const daysSinceContact = Math.floor((clock.now().getTime() - lastContact.getTime()) / DAY_MS);
    if (daysSinceContact < WARN_DAYS) return fine(`The last backup was made ${daysSinceContact} days ago.`);
    return {
      standing: 'note',
      sentence: `The last backup was made ${daysSinceContact} days ago; after about ${LAPSES_DAYS} without contact an iPhone forgets a computer.`,
      next: 'Connect it by cable soon; if it asks, tap Trust again.',
      evidence: [{ kind: 'pairing.stale', source: 'computer', facts: { daysSinceContact } }],
    };
  },
};

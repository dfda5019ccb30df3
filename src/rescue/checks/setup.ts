import { maybeStringIn } from '../../wire/plist/access.ts';
import { type Check, fine } from './check.ts';

/** While the setup assistant is open the phone refuses every backup (212); one that is not activated starts no service. */
export const setup: Check = {
  id: 'setup',
  title: 'whether the phone is set up',
  requirements: ['C1'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    const activated = maybeStringIn(phone.values, 'ActivationState') !== 'Unactivated';
    const done = (await phone.domain('com.apple.purplebuddy', signal)).get('SetupDone');
    // Not every iOS tells; only a clear no is one.
    if (activated && done !== false) return fine('The phone is set up.');
    return {
      standing: 'person',
      sentence: 'The phone is not set up to its end, and makes no backup before it is.',
      next: 'Finish the setup on the phone.',
      evidence: [{ kind: 'phone.setup-unfinished', source: 'lockdown', facts: { activated } }],
    };
  },
};

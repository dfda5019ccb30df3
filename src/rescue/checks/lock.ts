import { type Check, fine } from './check.ts';

/** A phone that is locked when a backup begins asks for its passcode, and may keep files back. */
export const lock: Check = {
  id: 'lock',
  title: 'whether the phone is locked',
  requirements: ['A10', 'C8', 'C11'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    const locked = (await phone.value({ key: 'PasswordProtected' }, signal)) === true;
    if (!locked) return fine('The phone is unlocked.');
    return {
      standing: 'person',
      sentence: 'The phone is locked.',
      next: 'Unlock it, and keep it near: it asks for its passcode when the backup begins.',
      evidence: [{ kind: 'phone.lock', source: 'lockdown', facts: { locked } }],
    };
  },
};

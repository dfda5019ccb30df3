import type { KeychainCode } from '../../host/keychain.ts';
import { NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

export const keychainWords: WordsFor<KeychainCode> = {
  'keychain.absent': () => ({
    what: 'This computer has no keychain that could keep the password (on Linux: a desktop’s keyring service).',
    safe: 'The password is kept nowhere.',
    next: 'Keep it in a password manager, and type it when asked or set THAW_BACKUP_PASSWORD.',
  }),
  'keychain.refused': () => ({
    what: 'The system’s keychain did not do it: it may be locked, or the question was declined.',
    safe: NOTHING_TOUCHED,
    next: 'Unlock it and try again.',
  }),
};

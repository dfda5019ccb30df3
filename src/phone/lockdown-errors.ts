import type { Facts } from '../kit/errors.ts';
import { type PhoneCode, PhoneError } from './errors.ts';

/** What lockdownd's error strings (libimobiledevice, src/lockdown.c) come down to. */
const MEANING: ReadonlyMap<string, PhoneCode> = new Map([
  ['PasswordProtected', 'phone.locked'],
  ['EscrowLocked', 'phone.before-first-unlock'],
  ['PairingDialogResponsePending', 'phone.trust-pending'],
  ['UserDeniedPairing', 'phone.trust-denied'],
  ['InvalidHostID', 'phone.not-trusted'],
  ['MissingHostID', 'phone.not-trusted'],
  ['MissingPairRecord', 'phone.not-trusted'],
  ['InvalidPairRecord', 'phone.not-trusted'],
  ['PairingProhibitedOverThisConnection', 'phone.trust-needs-cable'],
  ['MCProtected', 'phone.supervised'],
  ['MCChallengeRequired', 'phone.supervised'],
  ['SavePairRecordFailed', 'phone.storage'],
  ['InvalidService', 'phone.service-refused'],
  ['MissingService', 'phone.service-refused'],
  ['ServiceProhibited', 'phone.service-prohibited'],
  ['ServiceLimit', 'phone.services-exhausted'],
  ['GetProhibited', 'phone.value-prohibited'],
  ['SetProhibited', 'phone.value-prohibited'],
  ['RemoveProhibited', 'phone.value-prohibited'],
  ['SessionInactive', 'phone.session-lost'],
  ['MissingSessionID', 'phone.session-lost'],
  ['InvalidSessionID', 'phone.session-lost'],
  ['InvalidConnection', 'phone.session-lost'],
]);

/** lockdownd answered with this error string; one that nobody has seen before is kept as it is. */
export function lockdownError(error: string, facts: Facts): PhoneError {
  const code = MEANING.get(error) ?? 'phone.refused';
  return new PhoneError(code, `the phone answered ${error}`, { facts: { ...facts, error } });
}

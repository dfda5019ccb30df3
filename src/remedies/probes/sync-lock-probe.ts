import { trySyncLock } from '../../phone/services/sync-lock-file.ts';
import { withPhone } from '../reach-phone.ts';
import type { Probe } from './probe.ts';

/** The lock can be had. */
export const syncLockFree: Probe = async (situation) => (signal) =>
  withPhone(situation, (phone, limited) => trySyncLock(phone, limited).then(() => true), signal);

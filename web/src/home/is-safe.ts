import type { PhoneCard } from '../../../src/server/contract/phones.ts';

/** It has a verified backup, and the next one is not due yet. */
export function isSafe({ lastBackup, nextDue }: Pick<PhoneCard, 'lastBackup' | 'nextDue'>): boolean {
  return lastBackup?.verified === true && nextDue !== null && Date.parse(nextDue) > Date.now();
}

import type { BackupCard, BackupsAnswer } from '../../../src/server/contract/backups.ts';
import { type Called, useCall } from '../api/use-call.ts';
import { backupOf } from './addresses.ts';

/** All backups that were found on this computer. */
export function useBackups(): Called<BackupsAnswer> {
  return useCall<BackupsAnswer>('/api/backups');
}

/** One of them; null when there is none of this id (any more). */
export function useBackup(
  id: string,
): Omit<Called<unknown>, 'answer'> & { readonly backup: BackupCard | null | undefined } {
  const { answer, ...rest } = useBackups();
  return { ...rest, backup: answer && (answer.backups.find((each) => each.id === backupOf(id)) ?? null) };
}

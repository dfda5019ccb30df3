import { readSettings } from '../../app/settings.ts';
import { lastBackupOf } from '../backups/backup-card.ts';
import type { PhonesAnswer } from '../contract/phones.ts';
import type { Desk } from '../desk.ts';
import { phoneCardOf } from './phone-card.ts';
import type { Seen } from './phone-watch.ts';

/** What was seen, with what the server knows of each phone. */
export async function phoneCards(desk: Desk, seen: Seen): Promise<PhonesAnswer> {
  const [shelved, { dueAfterDays }] = await Promise.all([desk.shelf.list(), readSettings()]);
  const phones = seen.phones.map(({ phone, virtual }, place) => {
    const udid = phone.udid ?? '';
    return phoneCardOf(phone, place, {
      virtual,
      dueAfterDays,
      pairing: desk.pairings.isWaiting(udid),
      run: desk.runs.ofPhone(udid)?.run,
      lastBackup: lastBackupOf(shelved, udid),
    });
  });
  return { phones, problem: seen.problem };
}

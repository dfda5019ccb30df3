import { restoreBackup } from '../../../app/restore.ts';
import { askPassword } from './ask-password.ts';
import { tellAll } from './backup-work.ts';
import { backupOf } from './folder-of.ts';
import type { Work } from './work.ts';

/**
 * Proves the backup, names everything that is in the way, has the person type the phone's name, and only then changes
 * anything.
 */
export const restoreWork: Work<'restore'> = async (request, means) => {
  const { run, place, password } = means;
  const { udid, generation, removeOthers = false, keepSettings = true, systemFiles = false } = request;
  const { copyFirst = false, fetchApps = true } = request;
  const wanted = {
    run: run.run,
    folder: backupOf(means).path,
    udid,
    options: { systemFiles, keepSettings, removeOthers, reboot: true },
    ...{ copyFirst, fetchApps },
    usbmuxd: place.usbmuxd,
    password: async () => password ?? (await askPassword(run)),
    confirm: async ({ phone }: { readonly phone: string }) =>
      (await run.ask({
        about: removeOthers ? 'replace-phone' : 'overwrite-phone',
        sentence: overwriting(phone, removeOthers),
        typed: phone,
      })) !== false,
    ...(generation !== undefined && { generation }),
  };
  await tellAll(run, restoreBackup(wanted, place.clock, run.signal));
};

function overwriting(phone: string, removeOthers: boolean): string {
  const what = `What is on “${phone}” will be overwritten with this backup. This cannot be undone.`;
  return removeOthers ? `${what} All that is on the phone and not in the backup will be deleted.` : what;
}

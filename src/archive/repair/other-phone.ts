import type { Repair } from './mend.ts';

/** A folder that has the name of another phone than the one its files are of. */
export const otherPhone: Repair = {
  id: 'other-phone',
  async mend({ udid, folderName }) {
    if (folderName.toLowerCase().startsWith(udid.toLowerCase())) return [];
    return [
      {
        kind: 'beyond',
        id: otherPhone.id,
        finds: `The folder is called ${folderName}, but the backup in it is of the phone ${udid}.`,
        why: 'A repair that can be undone leaves the folder its name.',
        next: `If this is the backup you want, rename the folder to ${udid}: then programs find it again.`,
        fatal: false,
      },
    ];
  },
};

import { beyondOf, type Repair } from './mend.ts';

/** A folder that has the name of another phone than the one its files are of. */
export const otherPhone: Repair = {
  id: 'other-phone',
  async mend({ udid, folderName }) {
    if (folderName.toLowerCase().startsWith(udid.toLowerCase())) return [];
    return [
      beyondOf(
        otherPhone.id,
        {
          finds: [{ code: 'folder-of-another-name', folder: folderName, udid }],
          why: { code: 'folder-keeps-name' },
          next: { code: 'rename-folder', udid },
        },
        false,
      ),
    ];
  },
};

import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The folder holds the backup of another phone. */
export const wrongPhoneFolder: Cause = {
  id: 'wrong-phone-folder',
  requirements: ['A13', 'B3'],
  prior: 8,
  signs: [
    given('backup.other-phone', 600),
    failedWith(2400, 'destination.other-phone', 'destination.is-a-backup'),
  ],
  tell: (seen) => {
    const file = seen.last('backup.other-phone')?.file;
    return {
      sentence: `The folder for this iPhone holds the backup of another phone${file === undefined ? '' : ` (so says ${file})`}.`,
      safe: NOTHING_CHANGED,
      next: 'Choose another folder with --to.',
    };
  },
};

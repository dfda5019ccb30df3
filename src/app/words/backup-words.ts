import type { BackupErrorCode } from '../../backup/errors.ts';
import { sizeInWords } from '../../kit/amounts.ts';
import { EARLIER_SAFE, NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

const KEPT = `${EARLIER_SAFE} What was received is kept and not sent again.`;

/** The phone's own words in brackets, where it gave any. */
function quoted(text: unknown): string {
  return typeof text === 'string' && text !== '' ? ` The phone says: “${text}”` : '';
}

export const backupWords: WordsFor<BackupErrorCode> = {
  'backup.link-lost': () => ({
    what: 'The connection to the iPhone was lost during the backup.',
    safe: KEPT,
    next: 'Check the cable at both ends, unlock the phone, and start again: Thaw carries on where it was.',
  }),
  'backup.version': ({ text }) => ({
    what: `The iPhone speaks a version of the backup protocol that Thaw does not know.${quoted(text)}`,
    safe: NOTHING_TOUCHED,
    next: 'Update Thaw. If it is up to date, please report the phone’s iOS version.',
  }),
  'backup.locked': () => ({
    what: 'The backup needs the passcode, and it was not entered on the iPhone in time.',
    safe: EARLIER_SAFE,
    next: 'Start again, and enter the passcode on the phone when it asks. Keep the phone unlocked until then.',
  }),
  'backup.wrong-password': () => ({
    what: 'The backup password is not right. It is neither the passcode nor the Apple Account password.',
    safe: EARLIER_SAFE,
    next: 'Try the password that was set when backups of this phone were first encrypted.',
  }),
  'backup.no-space': ({ wantedBytes, freeBytes }) => ({
    what: `There is not enough free space for this backup${
      typeof freeBytes === 'number' ? ` (${sizeInWords(freeBytes)} are free)` : ''
    }.`,
    safe: KEPT,
    next: `Free ${
      typeof wantedBytes === 'number' ? `at least ${sizeInWords(wantedBytes)}` : 'some space'
    } there, or choose another disk with --to.`,
  }),
  'backup.phone-full': ({ text }) => ({
    what: `The iPhone itself is too full.${quoted(text)}`,
    safe: EARLIER_SAFE,
    next: 'Free some space on the phone and try again.',
  }),
  'backup.phone-busy': ({ text }) => ({
    what: `The iPhone still holds something of an earlier, interrupted backup.${quoted(text)}`,
    safe: EARLIER_SAFE,
    next: 'Restart the iPhone, unlock it, and start again.',
  }),
  'backup.phone-storage': ({ text }) => ({
    what: `The iPhone could not read or write its own storage.${quoted(text)}`,
    safe: EARLIER_SAFE,
    next: 'Restart the iPhone, unlock it, and start again.',
  }),
  'backup.earlier-damaged': ({ text }) => ({
    what: `The backup in this folder is damaged, and the iPhone will not build on it.${quoted(text)}`,
    safe: 'It was not changed.',
    next: 'Start again with --full: a whole new backup is made, and this one is kept as an earlier state.',
  }),
  'backup.files-unreadable': ({ text }) => ({
    what: `The iPhone could not read some of its own files, and gave up.${quoted(text)}`,
    safe: EARLIER_SAFE,
    next: 'Open the apps named above on the phone, remove or repair those files, and start again.',
  }),
  'backup.cancelled-on-phone': () => ({
    what: 'The backup was cancelled on the iPhone.',
    safe: KEPT,
    next: 'Start again whenever you like.',
  }),
  'backup.sync-locked': () => ({
    what: 'Another program is syncing with the iPhone and does not let go.',
    safe: NOTHING_TOUCHED,
    next: 'Close Finder, iTunes or any other program that uses the phone, and try again.',
  }),
  'backup.setup-unfinished': () => ({
    what: 'The iPhone has not finished its set-up.',
    safe: NOTHING_TOUCHED,
    next: 'Finish the set-up on the phone, then start again.',
  }),
  'backup.icloud-restore': () => ({
    what: 'The iPhone is still restoring from iCloud.',
    safe: NOTHING_TOUCHED,
    next: 'Let it finish on Wi-Fi and power, then start again.',
  }),
  'backup.encryption-enforced': () => ({
    what: 'A profile on the iPhone demands encrypted backups.',
    safe: NOTHING_TOUCHED,
    next: 'Set a backup password with “thaw password set”, or ask whoever manages the phone.',
  }),
  'backup.refused': ({ errorCode, text }) => ({
    what: `The iPhone ended the backup with error ${errorCode ?? 'unknown'}.${quoted(text)}`,
    safe: KEPT,
    next: 'Restart the iPhone, unlock it, and start again.',
  }),
  'backup.write-failed': ({ code, path }) => ({
    what: `The disk did not take a file of the backup (${code ?? 'write error'} at ${path ?? 'an unknown place'}).`,
    safe: KEPT,
    next:
      code === 'EFBIG'
        ? 'This disk’s format cannot hold files over 4 GB: choose another disk, or format it as exFAT.'
        : 'Check that the disk is connected and can be written to, or choose another with --to.',
  }),
  'backup.not-finished': ({ state }) => ({
    what: `The iPhone said it was done, but the backup is not whole (${state ?? 'unknown state'}).`,
    safe: KEPT,
    next: 'Start again: only what is missing is sent.',
  }),
};

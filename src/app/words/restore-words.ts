import type { RestoreErrorCode } from '../../backup/restore-errors.ts';
import { sizeInWords } from '../../kit/amounts.ts';
import type { Facts } from '../../kit/errors.ts';
import type { WordsFor } from './phrases.ts';

const UNTOUCHED = 'Nothing on the iPhone was changed, and the backup is as it was.';
const BACKUP_SAFE = 'The backup is as it was: it is only read.';

/** The phone's own words in brackets, where it gave any. */
function quoted({ text }: Facts): string {
  return typeof text === 'string' && text !== '' ? ` The phone says: “${text}”` : '';
}

export const restoreWords: WordsFor<RestoreErrorCode> = {
  'restore.find-my': () => ({
    what: 'Find My is on, and an iPhone does not let itself be restored while it is.',
    safe: UNTOUCHED,
    next: 'On the phone: Settings › your name › Find My › Find My iPhone: switch it off, restore, and switch it on again.',
  }),
  'restore.no-room': ({ neededBytes, freeBytes, ...facts }) => ({
    what:
      typeof neededBytes === 'number' && typeof freeBytes === 'number'
        ? `The backup does not fit on the iPhone: it holds ${sizeInWords(neededBytes)}, and ${sizeInWords(freeBytes)} are free there.`
        : `The backup does not fit on the iPhone.${quoted(facts)}`,
    safe: UNTOUCHED,
    next: 'Free some space on the phone, restore a part with --only, or restore to a phone with more storage.',
  }),
  'restore.newer-ios': ({ backup, phone, ...facts }) => ({
    what:
      backup === undefined
        ? `The iPhone’s iOS is too old for this backup.${quoted(facts)}`
        : `The backup is of iOS ${backup}, and the iPhone has iOS ${phone}: it takes no backup of a newer iOS.`,
    safe: UNTOUCHED,
    next: 'Update the phone (Settings › General › Software Update), then restore.',
  }),
  'restore.locked': () => ({
    what: 'The iPhone is locked.',
    safe: UNTOUCHED,
    next: 'Unlock it, keep it unlocked until the restore has begun, and enter the passcode if the phone asks.',
  }),
  'restore.setup-unfinished': () => ({
    what: 'The iPhone has not finished its set-up.',
    safe: UNTOUCHED,
    next: 'Finish the set-up on the phone (without restoring there), then restore.',
  }),
  'restore.wrong-password': () => ({
    what: 'The backup password is not right. It is neither the passcode nor the Apple Account password.',
    safe: UNTOUCHED,
    next: 'Try the password that was set when backups of the phone it is of were first encrypted (“thaw password check”).',
  }),
  'restore.not-whole': ({ kind, findings, first, ...facts }) => ({
    what:
      kind === undefined
        ? `The iPhone does not take this backup: it is not whole.${quoted(facts)}`
        : `The backup is not whole${findings === 1 ? '' : ` (${findings ?? 'several'} findings)`} and would not come back whole. ${first ?? ''}`.trim(),
    safe: UNTOUCHED,
    next: 'See what is missing with “thaw verify”, and make it restorable with “thaw repair”; or take an earlier state with --generation.',
  }),
  'restore.icloud-restore': () => ({
    what: 'The iPhone is still restoring from iCloud.',
    safe: UNTOUCHED,
    next: 'Let it finish on Wi-Fi and power, then restore.',
  }),
  'restore.partly': ({ files, path, ...facts }) => ({
    what: `${files === undefined ? 'Some files' : files === 1 ? 'One file' : `${files} files`} did not get to the iPhone${path === undefined ? '' : ` (first: ${path})`}.${quoted(facts)}`,
    safe: `${BACKUP_SAFE} Everything else was restored.`,
    next: '“thaw repair --content” finds files that changed in the backup and mends or drops them; then restore again.',
  }),
  'restore.cancelled-on-phone': () => ({
    what: 'The restore was cancelled on the iPhone.',
    safe: `${BACKUP_SAFE} What is on the phone may be old and new mixed.`,
    next: 'Restore again to make it whole.',
  }),
  'restore.link-lost': () => ({
    what: 'The connection to the iPhone was lost before it said that the restore is done.',
    safe: `${BACKUP_SAFE} What is on the phone may be old and new mixed.`,
    next: 'Check the cable at both ends, unlock the phone, and run the same command again: a restore begins anew, the phone keeps no half.',
  }),
  'restore.not-begun': () => ({
    what: 'Stopped before anything was sent.',
    safe: UNTOUCHED,
    next: 'Start again whenever you like.',
  }),
  'restore.stopped': () => ({
    what: 'Stopped before the iPhone was done.',
    safe: `${BACKUP_SAFE} What is on the phone may be old and new mixed.`,
    next: 'Run the same command again to make it whole.',
  }),
  'restore.not-confirmed': ({ phone }) => ({
    what: `It was not confirmed that what is on “${phone ?? 'the iPhone'}” may be overwritten.`,
    safe: UNTOUCHED,
    next: 'Restore again when you are sure, and type the phone’s name when it is asked for.',
  }),
  'restore.refused': ({ errorCode, ...facts }) => ({
    what: `The iPhone ended the restore with error ${errorCode ?? 'unknown'}.${quoted(facts)}`,
    safe: BACKUP_SAFE,
    next: 'Restart the iPhone, unlock it, and restore again.',
  }),
};

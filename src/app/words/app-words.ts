import { EARLIER_SAFE, NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

export type AppCode =
  | 'cancelled'
  | 'internal'
  | 'usage'
  | 'verify.stopped'
  | 'backup.not-proved'
  | 'backup.none-here'
  | 'backup.shut'
  | 'repair.not-proved'
  | 'destination.other-phone'
  | 'destination.is-a-backup'
  | 'folder.forbidden'
  | 'password.missing'
  | 'password.mismatch'
  | 'run.unknown';

export const appWords: WordsFor<AppCode> = {
  cancelled: () => ({
    what: 'Stopped.',
    safe: `${EARLIER_SAFE} What was received is kept.`,
    next: 'Start again whenever you like: Thaw carries on where it was.',
  }),
  internal: ({ message }) => ({
    what: `Something went wrong inside Thaw: ${message ?? 'no message'}.`,
    safe: EARLIER_SAFE,
    next: 'Please report it with the lines that follow.',
  }),
  'verify.stopped': () => ({
    what: 'Stopped before everything was checked: nothing can be said of the rest.',
    safe: NOTHING_TOUCHED,
    next: 'Start again whenever you like. “--sample 5%” checks a part at a time.',
  }),
  usage: ({ message }) => ({
    what: `${message ?? 'This cannot be understood.'}`,
    safe: '',
    next: 'See --help.',
  }),
  'backup.not-proved': ({ kind, findings }) => ({
    what: `The iPhone said it was done, but the new backup is not whole (${findings ?? 'some'} findings, first: ${kind ?? 'unknown'}).`,
    safe: `${EARLIER_SAFE} The new one was not put in its place.`,
    next: 'Start again: what was received well is not sent again.',
  }),
  'repair.not-proved': ({ kind }) => ({
    what: `The repaired backup is not what it was meant to be (first finding: ${kind ?? 'unknown'}).`,
    safe: 'It was not put in place. The backup is as it was.',
    next: 'Please report it: this should not be.',
  }),
  'backup.shut': () => ({
    what: 'The backup was closed meanwhile.',
    safe: NOTHING_TOUCHED,
    next: 'Open it again.',
  }),
  'backup.none-here': ({ path }) => ({
    what: `There is no iPhone backup in ${path ?? 'this folder'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Name the folder of a backup: it holds Info.plist, Status.plist and Manifest.db.',
  }),
  'destination.other-phone': ({ path, owner }) => ({
    what: `${path ?? 'This folder'} holds the backup of another phone (${owner ?? 'unknown'}).`,
    safe: NOTHING_TOUCHED,
    next: 'Choose another folder with --to.',
  }),
  'destination.is-a-backup': ({ path, parent }) => ({
    what: `${path ?? 'This folder'} is a backup itself.`,
    safe: NOTHING_TOUCHED,
    next: `Name the folder that holds it: --to ${parent ?? '…'}`,
  }),
  'folder.forbidden': ({ path }) => ({
    what: `This user may not look into ${path ?? 'the folder'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Get the permission to read it. On a Mac: switch on the program Thaw runs in, Terminal for one, under System Settings › Privacy & Security › Full Disk Access.',
  }),
  'password.missing': ({ variable = 'THAW_BACKUP_PASSWORD' }) => ({
    what: 'A backup password is needed.',
    safe: NOTHING_TOUCHED,
    next: `Type it when asked, or set ${variable}.`,
  }),
  'password.mismatch': () => ({
    what: 'The two passwords are not the same.',
    safe: NOTHING_TOUCHED,
    next: 'Try again.',
  }),
  'run.unknown': ({ runs }) => ({
    what: runs === 0 ? 'No run was recorded on this computer yet.' : 'There is no record of this run.',
    safe: NOTHING_TOUCHED,
    next: runs === 0 ? 'Make a backup first: thaw backup --to …' : 'See which there are: thaw report --list',
  }),
};

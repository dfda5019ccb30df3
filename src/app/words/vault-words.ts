import type { VaultCode } from '../../vault/errors.ts';
import { EARLIER_SAFE, NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

const CHOOSE_ANOTHER = 'choose another folder with --to';

export const vaultWords: WordsFor<VaultCode> = {
  'vault.path-refused': ({ reason }) => ({
    what: `The iPhone named a file outside its own backup, and was refused${reason === undefined ? '' : ` (${reason})`}.`,
    safe: `${EARLIER_SAFE} Nothing outside the backup was touched.`,
    next: 'Restart the iPhone and try again. If it happens again, please report it: this should not be.',
  }),
  'vault.busy': ({ program, pid, host, since }) => ({
    what: `Another run is working on this backup (${program ?? 'a program'}, process ${pid ?? '?'} on ${host ?? 'this computer'}, since ${since ?? 'a while'}).`,
    safe: NOTHING_TOUCHED,
    next: 'Let it finish, or end it, and try again.',
  }),
  'vault.not-a-folder': ({ path }) => ({
    what: `${path ?? 'A folder of the backup'} is a link or not a folder.`,
    safe: NOTHING_TOUCHED,
    next: `Move it away, or ${CHOOSE_ANOTHER}.`,
  }),
  'vault.changed': () => ({
    what: 'Another program changed the backup during the run.',
    safe: 'Nothing of it was overwritten, and what was received is kept.',
    next: 'Close the other program and start again.',
  }),
  'vault.write-failed': ({ path, errno }) => ({
    what: `The disk did not take a file of the backup (${errno ?? 'write error'} at ${path ?? 'an unknown place'}).`,
    safe: `${EARLIER_SAFE} What was received is kept.`,
    next: `Check that the disk is connected and has room, or ${CHOOSE_ANOTHER}.`,
  }),
  'vault.no-status': () => ({
    what: 'The iPhone finished without saying that the backup is finished.',
    safe: EARLIER_SAFE,
    next: 'Start again: only what is missing is sent.',
  }),
  'vault.commit-cut': () => ({
    what: 'The new backup is complete, but putting it in place was interrupted.',
    safe: 'Both the earlier and the new backup are safe.',
    next: 'Reconnect the disk and start again: it is completed first.',
  }),
  'vault.no-generation': ({ generation }) => ({
    what: `There is no earlier state ${generation ?? ''} here.`,
    safe: NOTHING_TOUCHED,
    next: 'See “thaw history” for those there are.',
  }),
  'vault.damaged': ({ path }) => ({
    what: `Thaw’s own notes beside the backup cannot be read (${path ?? '.thaw'}).`,
    safe: 'The backup itself was not touched.',
    next: `Move that file away and start again, or ${CHOOSE_ANOTHER}.`,
  }),
  'destination.missing': ({ folder }) => ({
    what: `The folder ${folder ?? ''} does not exist. If it is on another disk or a network share, that is not connected.`,
    safe: NOTHING_TOUCHED,
    next: 'Connect the disk, or make the folder, and try again.',
  }),
  'destination.not-a-folder': ({ folder }) => ({
    what: `${folder ?? 'The destination'} is not a folder.`,
    safe: NOTHING_TOUCHED,
    next: 'Name a folder with --to.',
  }),
  'destination.not-writable': ({ folder }) => ({
    what: `This user may not write to ${folder ?? 'the destination'}.`,
    safe: NOTHING_TOUCHED,
    next: `Get the permission, or ${CHOOSE_ANOTHER}. On a Mac: System Settings › Privacy & Security › Full Disk Access.`,
  }),
  'destination.read-only': ({ folder }) => ({
    what: `The disk of ${folder ?? 'the destination'} can only be read.`,
    safe: NOTHING_TOUCHED,
    next: `Make it writable, or ${CHOOSE_ANOTHER}.`,
  }),
  'destination.full': ({ folder }) => ({
    what: `The disk of ${folder ?? 'the destination'} is full.`,
    safe: `${EARLIER_SAFE} What was received is kept.`,
    next: `Free some space there, or ${CHOOSE_ANOTHER}.`,
  }),
  'destination.vanished': ({ folder }) => ({
    what: `The disk of ${folder ?? 'the destination'} is gone.`,
    safe: 'What is on it is as it was.',
    next: 'Connect it again and start again: Thaw carries on where it was.',
  }),
};

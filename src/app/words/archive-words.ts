import type { ArchiveCode } from '../../archive/errors.ts';
import type { Facts } from '../../kit/errors.ts';
import { NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

export const archiveWords: WordsFor<ArchiveCode> = {
  'archive.no-manifest': ({ path }) => ({
    what: `The list of files is missing${path === undefined ? '' : ` in ${path}`}: without Manifest.db nobody can say which file is which.`,
    safe: NOTHING_TOUCHED,
    next: 'Try “thaw repair”: it looks for a copy that an earlier run kept.',
  }),
  'archive.damaged': ({ file, reason }) => ({
    what: `${file ?? 'A file'} of this backup is damaged${reason === undefined ? '' : ` (${reason})`}.`,
    safe: NOTHING_TOUCHED,
    next: 'See what is left with “thaw verify”, and what can be mended with “thaw repair”.',
  }),
  'archive.unknown-form': ({ file, reason }) => ({
    what: `${file ?? 'A database'} is in a form Thaw does not know${reason === undefined ? '' : ` (${reason})`}.`,
    safe: NOTHING_TOUCHED,
    next: 'Take it out as it is with “thaw extract --glob”: other programs may read it.',
  }),
  'archive.password-needed': () => ({
    what: 'This backup is encrypted, and its password is needed.',
    safe: NOTHING_TOUCHED,
    next: 'Type it when asked, or set THAW_BACKUP_PASSWORD.',
  }),
  'archive.wrong-password': () => ({
    what: 'The password does not open this backup. It is neither the passcode of the phone nor the Apple Account password.',
    safe: NOTHING_TOUCHED,
    next: 'Try the password that was set when backups of this phone were first encrypted, in Finder, iTunes or here. One that was remembered and is out of date: “thaw password forget”.',
  }),
  'archive.file-missing': (facts) => ({
    what: `${fileIn(facts)} is in the list of files, but not in the backup.`,
    safe: NOTHING_TOUCHED,
    next: 'See what else is missing with “thaw verify”.',
  }),
  'archive.file-cut': (facts) => ({
    what: `${fileIn(facts)} is shorter than it was on the phone.`,
    safe: 'What there is of it was read. Nothing was changed.',
    next: 'See what else is damaged with “thaw verify”.',
  }),
  'archive.undecryptable': (facts) => ({
    what: `${fileIn(facts)} cannot be decrypted: it was damaged after it was made.`,
    safe: NOTHING_TOUCHED,
    next: 'See what else is damaged with “thaw verify”.',
  }),
  'archive.unreadable': (facts) => ({
    what: `The disk does not give back ${fileIn(facts)}${facts['errno'] === undefined ? '' : ` (${facts['errno']})`}.`,
    safe: NOTHING_TOUCHED,
    next: 'Check that the disk is still connected. If it is, copy the backup to another disk soon.',
  }),
};

function fileIn({ domain, path }: Facts): string {
  return path === undefined ? 'A file' : `${domain ?? ''} ${path}`.trim();
}

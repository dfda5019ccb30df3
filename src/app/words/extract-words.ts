import type { ExtractCode } from '../../archive/read/errors.ts';
import type { ExtractFact, LeftOutReason } from '../../archive/read/extraction.ts';
import { NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

export const extractWords: WordsFor<ExtractCode> = {
  'extract.in-the-way': ({ path }) => ({
    what: `${path ?? 'Something'} is a link or a file, where a folder is needed.`,
    safe: 'Nothing was written through it, and the backup is as it was.',
    next: 'Choose another folder with --to.',
  }),
  'extract.inside-backup': ({ path }) => ({
    what: `${path ?? 'This folder'} is inside the backup.`,
    safe: NOTHING_TOUCHED,
    next: 'Choose a folder outside of it with --to.',
  }),
  'extract.none': ({ kind }) => ({
    what: `This backup holds no ${kind ?? 'such'} data.`,
    safe: NOTHING_TOUCHED,
    next: 'See what it holds with “thaw list --summary”.',
  }),
};

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['archive.file-missing', 'its contents are missing from the backup'],
  ['archive.file-cut', 'its contents are cut short'],
  ['archive.undecryptable', 'it does not open with its key'],
  ['archive.unreadable', 'the disk does not give it back'],
  ['extract.in-the-way', 'a link or a file is in the way'],
]);

/** Why a file was not brought out. */
export function problemInWords({
  domain,
  path,
  code,
}: Extract<ExtractFact, { type: 'file.failed' }>): string {
  return `Not read: ${domain} ${path}: ${PROBLEMS.get(code) ?? code}.`;
}

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  'only-in-icloud': 'only in iCloud, and so not in this backup',
  'not-in-backup': 'named by the app, but not in this backup',
  'needs-encrypted-backup': 'only in encrypted backups, and this one is not encrypted',
  locked: 'locked with a password of their own',
  damaged: 'damaged',
  'unknown-format': 'in a format Thaw does not know',
};

/** Why something a person may look for is not there. */
export function leftOutInWords({ name, reason, count }: Extract<ExtractFact, { type: 'left-out' }>): string {
  const what = name.charAt(0).toUpperCase() + name.slice(1);
  return `${what} (${count.toLocaleString('en')}): ${REASONS[reason]}.`;
}

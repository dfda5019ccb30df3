import type { PageCode } from '../page-error.ts';
import { NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

const FROM_HERE_ONLY = {
  what: 'This was not asked by Thaw’s own page, so it was not answered.',
  safe: NOTHING_TOUCHED,
  next: 'Open the page anew with: thaw open',
} as const;

export const pageWords: WordsFor<PageCode> = {
  'page.no-key': () => ({
    what: 'This browser has no key to Thaw, or Thaw was started anew since.',
    safe: NOTHING_TOUCHED,
    next: 'Open the page anew with: thaw open',
  }),
  'page.wrong-door': () => FROM_HERE_ONLY,
  'page.not-json': () => FROM_HERE_ONLY,
  'page.too-large': () => FROM_HERE_ONLY,
  'page.not-understood': ({ message }) => ({
    what: `Thaw does not understand what the page asks${message === undefined ? '' : `: ${message}`}.`,
    safe: NOTHING_TOUCHED,
    next: 'Load the page anew.',
  }),
  'page.unknown': () => ({
    what: 'This is not there any more.',
    safe: NOTHING_TOUCHED,
    next: 'Go back and choose anew.',
  }),
  'page.outside': ({ path }) => ({
    what: `The page may not use ${path ?? 'this folder'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Choose a folder in your home, or on a disk of yours.',
  }),
  'page.no-destination': () => ({
    what: 'No folder is chosen yet in which the backup is to be kept.',
    safe: NOTHING_TOUCHED,
    next: 'Choose where the backup goes.',
  }),
  'page.phone-busy': () => ({
    what: 'Thaw is at work with this iPhone already.',
    safe: 'What is running goes on.',
    next: 'Wait until it is done, or stop it first.',
  }),
  'page.backup-busy': () => ({
    what: 'Thaw is at work on this backup already.',
    safe: 'What is running goes on.',
    next: 'Wait until it is done, or stop it first.',
  }),
  'page.no-question': () => ({
    what: 'This question has been answered already.',
    safe: NOTHING_TOUCHED,
    next: 'Load the page anew.',
  }),
  'page.wrong-answer': () => ({
    what: 'This is not what was to be typed.',
    safe: NOTHING_TOUCHED,
    next: 'Type it letter for letter, or stop here.',
  }),
  'page.no-report': () => ({
    what: 'There is no report of this.',
    safe: NOTHING_TOUCHED,
    next: 'Reports are made of backups and restores.',
  }),
  'page.no-virtual': () => ({
    what: 'There is no virtual iPhone to do this with.',
    safe: NOTHING_TOUCHED,
    next: 'Choose another, or use an iPhone of yours.',
  }),
  'page.apple-silent': () => ({
    what: 'Apple’s status page cannot be reached or read now, so nothing is known from there.',
    safe: NOTHING_TOUCHED,
    next: 'Try again later, or look at apple.com/support/systemstatus yourself.',
  }),
  'page.ending': () => ({
    what: 'Thaw is about to end and begins nothing new.',
    safe: NOTHING_TOUCHED,
    next: 'Start it again with: thaw',
  }),
};

import type { KitErrorCode } from '../../kit/errors.ts';
import type { WireCode } from '../../wire/errors.ts';
import { EARLIER_SAFE, type Words, type WordsFor } from './phrases.ts';

/** Bytes that make no sense: to a person all of these are one thing. */
function garbled(who: string): Words {
  return {
    what: `${who} sent something that makes no sense.`,
    safe: EARLIER_SAFE,
    next: 'Unplug the iPhone, plug it in again, and try once more. If it happens again, another cable may help.',
  };
}

function linkEnded(): Words {
  return {
    what: 'The connection to the iPhone ended.',
    safe: EARLIER_SAFE,
    next: 'Check the cable at both ends and start again.',
  };
}

export const wireWords: WordsFor<WireCode | KitErrorCode> = {
  'wire.plist': () => garbled('The iPhone'),
  'wire.unexpected': () => garbled('The iPhone'),
  'wire.frame': () => garbled('The iPhone'),
  'wire.usbmux': () => garbled('The service that talks to iPhones'),
  'wire.devicelink': () => garbled('The iPhone'),
  'wire.afc': () => garbled('The iPhone'),
  'wire.path': () => garbled('The iPhone'),
  'wire.typedstream': () => garbled('The backup'),
  'wire.protobuf': () => garbled('The backup'),
  'wire.keybag': () => ({
    what: 'The keys of this encrypted backup cannot be read.',
    safe: EARLIER_SAFE,
    next: 'Check the password. If it is right, the backup is damaged: make a new one into another folder.',
  }),
  'wire.mbdb': () => ({
    what: 'The list of files of this old backup (Manifest.mbdb) cannot be read to its end.',
    safe: EARLIER_SAFE,
    next: 'See what is left with “thaw verify”.',
  }),
  'stream.ended': linkEnded,
  'stream.failed': linkEnded,
  'stream.too-large': () => garbled('The iPhone'),
};

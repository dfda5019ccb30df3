import { folderGuarded } from '../../diagnosis/causes/folder-guarded.ts';
import { guardOf } from '../../host/guard.ts';
import { unmountedShareAt } from '../../host/mounts.ts';
import { isThawError, systemCodeOf, type ThawError } from '../../kit/errors.ts';
import { checkDestination } from '../../vault/destination.ts';
import { type Check, type CheckContext, type CheckResult, fine, inWordsOf } from './check.ts';

/** Is the folder there, is it on the disk that is meant, and may this program write to it? */
export const destination: Check = {
  id: 'destination',
  title: 'the destination',
  requirements: ['B4', 'D1'],
  async look({ destination: folder }: CheckContext, signal) {
    if (folder === undefined) return undefined;
    const share = await unmountedShareAt(folder);
    if (share !== undefined)
      return {
        standing: 'person',
        sentence: `${share} is not mounted: the disk or share is not connected.`,
        next: 'Connect it, then look again. Nothing was written in its place.',
        evidence: [{ kind: 'destination.unmounted', source: 'destination', facts: { mountPoint: true } }],
      };
    try {
      await checkDestination(folder, signal);
      return fine('The destination is there and can be written to.');
    } catch (thrown) {
      if (!isThawError(thrown)) throw thrown;
      const guard = await guardOf(folder, systemCodeOf(thrown.cause) ?? '', signal);
      return guard
        ? inWordsOf(folderGuarded, { kind: 'destination.guarded', source: 'computer', facts: guard })
        : refused(thrown);
    }
  },
};

function refused({ code }: ThawError): CheckResult {
  const [sentence, next] = WORDS.get(code) ?? [
    'The destination cannot be used.',
    'Choose another folder with --to.',
  ];
  const unmounted = code === 'destination.missing';
  return {
    standing: 'person',
    sentence,
    next,
    evidence: [
      unmounted
        ? { kind: 'destination.unmounted', source: 'destination', facts: { mountPoint: false } }
        : { kind: 'destination.refused', source: 'destination', facts: { code } },
    ],
  };
}

const WORDS: ReadonlyMap<string, readonly [sentence: string, next: string]> = new Map([
  [
    'destination.missing',
    ['The destination is not there.', 'Connect its disk, or make the folder if it is a new one.'],
  ],
  ['destination.not-a-folder', ['The destination is not a folder.', 'Choose a folder with --to.']],
  [
    'destination.not-writable',
    [
      'This program may not write to the destination.',
      'Choose a folder of your own, or give yourself the right to write there. On a Mac: Full Disk Access for the terminal.',
    ],
  ],
  [
    'destination.read-only',
    ['The destination’s disk can only be read.', 'Look for a write-protect switch, or choose another disk.'],
  ],
  ['destination.full', ['The destination’s disk is full.', 'Free some space there, or choose another disk.']],
  ['destination.vanished', ['The destination’s disk does not answer.', 'Connect it again.']],
]);

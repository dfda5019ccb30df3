import { checkDestination } from '../../vault/destination.ts';
import { type Check, fine } from './check.ts';

/** FAT takes no file of 4 GiB or more, and a long video is one. */
export const fileSystem: Check = {
  id: 'file-system',
  title: 'the destination’s file system',
  requirements: ['B4'],
  async look({ destination }, signal) {
    if (destination === undefined) return undefined;
    const found = await checkDestination(destination, signal).catch(() => undefined);
    if (!found?.fileSystem) return undefined;
    const { fileSystem: name, maxFileBytes } = found;
    if (maxFileBytes === undefined) return fine('Its disk takes files of any size.');
    return {
      standing: 'note',
      sentence:
        'Its disk is formatted as FAT, which takes no file of 4 GB or more: a long video makes the backup fail.',
      next: 'If there are such videos on the phone, choose another disk, or format this one as exFAT.',
      evidence: [
        { kind: 'destination.limits', source: 'destination', facts: { fileSystem: name, maxFileBytes } },
      ],
    };
  },
};

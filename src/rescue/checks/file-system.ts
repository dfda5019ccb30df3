import { maxFileBytesOf } from '../../host/disks/disk-look.ts';
import { freeFilesOf } from '../../host/disks/free-files.ts';
import { lookAtDisk } from '../../host/disks/look-at-disk.ts';
import { type Check, type CheckResult, fine } from './check.ts';

/** A phone has a hundred thousand files; a table of files with less room left will not take a first backup. */
const FEW_FILES = 20_000;

/** What the destination's file system cannot do: FAT takes no file of 4 GiB or more, some take no more files at all. */
export const fileSystem: Check = {
  id: 'file-system',
  title: 'the destination’s file system',
  requirements: ['B4'],
  async look({ destination }, signal) {
    if (destination === undefined) return undefined;
    const [disk, freeFiles] = await Promise.all([
      lookAtDisk(destination, signal),
      freeFilesOf(destination).catch(() => undefined),
    ]);
    if (freeFiles !== undefined && freeFiles < FEW_FILES) return fewFiles(freeFiles);
    const maxFileBytes = maxFileBytesOf(disk.fileSystem);
    if (disk.fileSystem === undefined) return undefined;
    if (maxFileBytes === undefined)
      return fine(
        disk.remote
          ? 'The destination is a share in the network: it takes files of any size, at the network’s pace.'
          : 'Its disk takes files of any size.',
      );
    return {
      standing: 'note',
      sentence:
        'Its disk is formatted as FAT, which takes no file of 4 GB or more: a long video makes the backup fail.',
      next: 'If there are such videos on the phone, choose another disk, or format this one as exFAT.',
      evidence: [
        {
          kind: 'destination.limits',
          source: 'destination',
          facts: { fileSystem: disk.fileSystem, maxFileBytes },
        },
      ],
    };
  },
};

function fewFiles(freeFiles: number): CheckResult {
  return {
    standing: 'person',
    sentence: `The disk has room for ${freeFiles.toLocaleString('en')} more files only, however large: a backup is far more.`,
    next: 'Delete what consists of many small files there, or choose another disk with --to.',
    evidence: [{ kind: 'destination.files-left', source: 'destination', facts: { freeFiles } }],
  };
}

import { count, sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { EvidenceKind } from '../../kit/evidence.ts';
import type { WordsOf } from './words-of.ts';

type ComputerKind = Extract<
  EvidenceKind,
  | `destination.${string}`
  | `computer.${string}`
  | `manifest.${string}`
  | `backup.${string}`
  | `version.${string}`
>;

const POISON = {
  'empty-plist': 'an empty file',
  'snapshot-left': 'a half-made copy',
  'write-ahead-log': 'a database that was not closed',
  unfinished: 'the mark of an unfinished run',
  'manifest-missing': 'a gap where a file belongs',
} as const;
const PROGRAMS = {
  syncs: 'syncs with iPhones',
  intercepts: 'looks into protected connections',
  starves: 'takes most of this computer’s power',
  takes: 'can take an iPhone away from this computer',
} as const;

const SERVICE = {
  missing: 'not installed',
  stopped: 'not running',
  disabled: 'switched off',
  idle: 'waiting for a phone',
  running: 'running',
} as const;
const GUARDS = {
  'full-disk-access': 'macOS lets only apps with Full Disk Access into the folder',
  'files-and-folders': 'macOS asks before an app may use the folder',
  'removable-volumes': 'macOS asks before an app may use external disks',
  'controlled-folder-access': 'Windows’ controlled folder access guards the folder',
} as const;

export const computerWords: WordsOf<ComputerKind> = {
  'destination.slow': ({ milliseconds }) =>
    `a small write to the disk took ${(milliseconds / 1000).toFixed(1)} s`,
  'destination.lost': ({ code }) => `the disk stopped answering (${code})`,
  'destination.space': ({ freeBytes }) => `${sizeInWords(freeBytes)} were free on the disk`,
  'destination.write-failed': ({ code }) => `a write to the disk failed (${code})`,
  'destination.poisoned': ({ what, file }) => `the backup folder holds ${POISON[what]} (${file})`,
  'destination.in-use': ({ program }) => `${program} was at work in the backup folder`,
  'destination.limits': ({ fileSystem, maxFileBytes }) =>
    `the disk’s format (${fileSystem}) holds no file over ${sizeInWords(maxFileBytes)}`,
  'destination.unmounted': () => 'the folder’s disk or share was not connected',
  'destination.refused': ({ code }) => `the system did not allow writing there (${code})`,
  'destination.guarded': ({ by }) => GUARDS[by],
  'destination.files-left': ({ freeFiles }) => `the disk took no more than ${count(freeFiles, 'more file')}`,
  'destination.short': ({ freeBytes, neededBytes }) =>
    `the backup needs ${sizeInWords(neededBytes)}, and ${sizeInWords(freeBytes)} were free`,
  'computer.busy': ({ delayMilliseconds }) =>
    `this computer kept Thaw waiting for ${(delayMilliseconds / 1000).toFixed(1)} s`,
  'computer.slept': ({ seconds }) => `this computer was asleep for ${timeInWords(seconds)}`,
  'computer.power': ({ onMains, percent }) =>
    onMains
      ? 'this computer was on mains power'
      : `this computer ran on its battery${percent === undefined ? '' : ` (${percent} %)`}`,
  'computer.memory': ({ availableBytes, totalBytes }) =>
    `${sizeInWords(availableBytes)} of ${sizeInWords(totalBytes)} of memory were free`,
  'computer.phone-service': ({ name, state, rival }) =>
    `${name} was ${SERVICE[state]}${rival === undefined ? '' : `, beside ${rival}`}`,
  'computer.driver': ({ problem }) =>
    problem === 0
      ? 'Windows had no driver of Apple’s for the iPhone'
      : `Apple’s driver for the iPhone did not work (Code ${problem})`,
  'computer.update-asked': ({ program }) => `${program} asked to install software for this iPhone`,
  'computer.other-backup': ({ program }) => `${program} was at a backup of this iPhone`,
  'computer.program': ({ name, does }) => `${name} was running, which ${PROGRAMS[does]}`,
  'computer.mux-blind': () => 'an iPhone was plugged in that usbmuxd did not list',
  'manifest.large': ({ bytes }) => `the earlier backup’s list of files is ${sizeInWords(bytes)} large`,
  'manifest.damaged': ({ reason }) => `the earlier backup’s list of files is damaged (${reason})`,
  'backup.other-phone': ({ file }) => `${file} in the folder is of another phone`,
  'version.known-bad': ({ what, version }) => `${what} ${version} is known to break backups`,
};

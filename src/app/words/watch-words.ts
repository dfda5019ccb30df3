import type { Stage } from '../../cloud/stages.ts';
import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { EvidenceFacts } from '../../kit/evidence.ts';

/** What each step of an iCloud backup is to a person. */
const STAGES: Readonly<Record<Stage['name'], string>> = {
  Setup: 'getting ready',
  RefreshCache: 'comparing with what is in iCloud',
  SynchronizeFileLists: 'comparing with what is in iCloud',
  CreateVolumeSnapshots: 'taking a picture of its state',
  FindChanges: 'looking for what changed',
  ReserveQuota: 'asking for room in iCloud',
  PrepareToUploadFiles: 'sending',
  UploadFiles: 'sending',
  UploadDomainRecords: 'sending the lists',
  Commit: 'putting it in place',
};

export function stageInWords({ name }: Stage): string {
  return STAGES[name];
}

/** What is told while an iCloud backup is followed. */
export const watchWords = {
  state: (on: boolean, lastSecondsAgo: number | undefined): string => {
    const last =
      lastSecondsAgo === undefined
        ? 'none was finished yet'
        : `the last one was finished ${timeInWords(lastSecondsAgo)} ago`;
    return `iCloud Backup is ${on ? 'on' : 'off'}; ${last}.`;
  },
  listening:
    'The log of the iPhone is followed. It starts with now: what went on before is seen as soon as more of it happens.',
  begins: (resumed: boolean): string =>
    resumed ? 'The iCloud backup goes on where it was cut off.' : 'An iCloud backup begins.',
  atWork: 'An iCloud backup is under way.',
  stage: (stage: Stage): string => `The iPhone is ${stageInWords(stage)}.`,
  roomGranted: 'There is room for it in iCloud.',
  quiet: (because: string): string =>
    `It is quiet: ${because}. With iCloud that is normal, also for hours; nothing to do.`,
  slow: (bytesPerSecond: number): string =>
    `It is slow, not stuck: about ${sizeInWords(bytesPerSecond)} a second are sent.`,
  stuck: (because: string): string => `It looks stuck: ${because}.`,
  loses: (what: 'power' | 'wifi', seconds: number): string =>
    `The iPhone lost ${what === 'power' ? 'its charger' : 'the Wi-Fi'} and waits ${timeInWords(seconds)} for it before it breaks the backup off.`,
  misses: (missing: string): string => `A backup that begins by itself misses ${missing} at the moment.`,
  conditionsMet: 'The iPhone has all it needs: power, Wi-Fi and a locked screen.',
  ended: 'The iPhone has put its iCloud backup down; it says neither that it is done nor why.',
  failedUnknown: 'The iCloud backup failed. What the iPhone gives as the reason has no published meaning.',
  finished: (seconds: number | undefined): string =>
    `The iCloud backup is finished${seconds === undefined ? '' : `, ${timeInWords(seconds)} after it was first seen`}. That is the word of the iPhone; what lies in iCloud cannot be checked from here.`,
  offCable: 'The iPhone is off the cable. Its iCloud backup goes on without this computer, only unseen.',
  onCable: 'The iPhone is back on the cable.',
  other: (program: string): string =>
    `${program} is making a backup of this iPhone on this computer; it is followed.`,
  otherMoving: (bytesPerSecond: number): string =>
    bytesPerSecond > 0
      ? `It is receiving about ${sizeInWords(bytesPerSecond)} a second.`
      : 'It is receiving.',
  otherQuiet: (because: string): string => `It is quiet: ${because}. It is not stuck.`,
  otherWaits: (because: string): string => `It waits for a person: ${because}.`,
  otherFinished: (program: string): string => `${program} is done with it, as the iPhone says.`,
  otherEnded: (program: string): string => `${program} has let go of the iPhone without a word of success.`,
  summary: (seconds: number, seen: string): string => `Watched for ${timeInWords(seconds)}. ${seen}`,
} as const;

/** What a scheduled backup misses, as a list; undefined when nothing. */
export function missingInWords(
  now: Pick<EvidenceFacts['cloud.conditions'], 'locked' | 'power' | 'wifi'>,
): string | undefined {
  const missing = [
    ...(now.power ? [] : ['the charger']),
    ...(now.wifi ? [] : ['Wi-Fi']),
    ...(now.locked ? [] : ['a locked screen']),
  ];
  return missing.length === 0 ? undefined : missing.join(' and ');
}

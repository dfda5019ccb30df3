import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { CloudStage, Missing, WatchSaying } from '../../kit/watch-saying.ts';
import { because } from '../../watch/because.ts';
import { icloudParagraph } from './icloud-words.ts';

/** What each step of an iCloud backup is to a person. */
const STAGES: Readonly<Record<CloudStage, string>> = {
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

const MISSING: Readonly<Record<Missing, string>> = {
  power: 'the charger',
  wifi: 'Wi-Fi',
  lock: 'a locked screen',
};

/** What a scheduled backup misses, as a list. */
export function missingInWords(missing: readonly Missing[]): string {
  return missing.map((one) => MISSING[one]).join(' and ');
}

/** What is told while a backup that others make is followed. */
export function watchSentence(saying: WatchSaying): string {
  switch (saying.code) {
    case 'state': {
      const last =
        saying.lastSecondsAgo === undefined
          ? 'none was finished yet'
          : `the last one was finished ${timeInWords(saying.lastSecondsAgo)} ago`;
      return `iCloud Backup is ${saying.on ? 'on' : 'off'}; ${last}.`;
    }
    case 'listening':
      return 'The log of the iPhone is followed. It starts with now: what went on before is seen as soon as more of it happens.';
    case 'begins':
      return saying.resumed ? 'The iCloud backup goes on where it was cut off.' : 'An iCloud backup begins.';
    case 'at-work':
      return 'An iCloud backup is under way.';
    case 'stage':
      return `The iPhone is ${STAGES[saying.stage]}.`;
    case 'under-way': {
      const where = saying.stage ? `: ${STAGES[saying.stage]}, at about ${saying.percent} %` : '';
      return `The iCloud backup is under way${where}. It goes on without this computer.`;
    }
    case 'room-granted':
      return 'There is room for it in iCloud.';
    case 'quiet':
      return `It is quiet: ${because(saying.grounds)}. With iCloud that is normal, also for hours; nothing to do.`;
    case 'slow':
      return `It is slow, not stuck: about ${sizeInWords(saying.bytesPerSecond)} a second are sent.`;
    case 'stuck':
      return `It looks stuck: ${because(saying.grounds)}.`;
    case 'loses':
      return `The iPhone lost ${saying.what === 'power' ? 'its charger' : 'the Wi-Fi'} and waits ${timeInWords(saying.seconds)} for it before it breaks the backup off.`;
    case 'misses':
      return `A backup that begins by itself misses ${missingInWords(saying.missing)} at the moment.`;
    case 'conditions-met':
      return 'The iPhone has all it needs: power, Wi-Fi and a locked screen.';
    case 'failed-unknown':
      return 'The iCloud backup failed. What the iPhone gives as the reason has no published meaning.';
    case 'finished': {
      const after =
        saying.seconds === undefined ? '' : `, ${timeInWords(saying.seconds)} after it was first seen`;
      return `The iCloud backup is finished${after}. That is the word of the iPhone; what lies in iCloud cannot be checked from here.`;
    }
    case 'off-cable':
      return 'The iPhone is off the cable. Its iCloud backup goes on without this computer, only unseen.';
    case 'on-cable':
      return 'The iPhone is back on the cable.';
    case 'is-finished':
      return 'The iCloud backup is finished.';
    case 'not-seen':
      return 'No iCloud backup was seen at work.';
    case 'other':
      return `${named(saying.program)} is making a backup of this iPhone on this computer; it is followed.`;
    case 'other-moving':
      return saying.bytesPerSecond > 0
        ? `It is receiving about ${sizeInWords(saying.bytesPerSecond)} a second.`
        : 'It is receiving.';
    case 'other-quiet':
      return `It is quiet: ${because(saying.grounds)}. It is not stuck.`;
    case 'other-waits':
      return `It waits for a person: ${because(saying.grounds)}.`;
    case 'other-hidden':
      return 'This user may not look into the folder it writes to: only the log of the iPhone tells how it gets on.';
    case 'other-finished':
      return `${named(saying.program)} is done with it, as the iPhone says.`;
    case 'other-ended':
      return `${named(saying.program)} has let go of the iPhone without a word of success.`;
    case 'cause':
      return saying.cause.sentence;
    case 'verdict':
      return icloudParagraph(saying.story, saying.cause);
    case 'summary':
      return `Watched for ${timeInWords(saying.seconds)}. ${watchSentence(saying.seen)}`;
  }
}

function named(program: string | null): string {
  return program ?? 'Another program';
}

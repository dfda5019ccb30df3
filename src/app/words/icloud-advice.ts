import { count } from '../../kit/amounts.ts';
import type { NamedCause } from '../../kit/run-event.ts';

/** One thing that helps a phone's backups to iCloud. */
export interface CloudAdvice {
  readonly id: string;
  readonly sentence: string;
  readonly next: string;
}

/** What is known of a phone when it is to be advised. */
export interface CloudKnown {
  readonly on: boolean | undefined;
  readonly daysSinceCloud: number | undefined;
  readonly daysSinceLocal: number | undefined;
  readonly cause: NamedCause | null;
}

/** iCloud tries every night; a week without one is worth a word. */
const OLD_DAYS = 7;

/** Most useful first; none where all is well. */
export function cloudAdvice({ on, daysSinceCloud, daysSinceLocal, cause }: CloudKnown): CloudAdvice[] {
  const isOld = on === true && (daysSinceCloud === undefined || daysSinceCloud > OLD_DAYS);
  const isSafeHere = daysSinceLocal !== undefined && daysSinceLocal <= OLD_DAYS;
  return [
    ...(cause ? [{ id: cause.id, sentence: cause.sentence, next: cause.next }] : []),
    ...(isOld && !cause ? [old(daysSinceCloud)] : []),
    ...(on === false ? [OFF] : []),
    ...((isOld || on === false || cause) && !isSafeHere ? [local(daysSinceLocal)] : []),
  ];
}

const OFF: CloudAdvice = {
  id: 'icloud-off',
  sentence: 'iCloud Backup is off on this iPhone: it makes none by itself.',
  next: 'If that is not meant: Settings › your name › iCloud › iCloud Backup.',
};

function old(days: number | undefined): CloudAdvice {
  const since =
    days === undefined ? 'has not finished a backup yet' : `finished its last one ${count(days, 'day')} ago`;
  return {
    id: 'icloud-old',
    sentence: `iCloud Backup is on and ${since}.`,
    next: 'Have it make one now (Settings › your name › iCloud › iCloud Backup › Back Up Now), and watch it here.',
  };
}

function local(days: number | undefined): CloudAdvice {
  const have =
    days === undefined ? 'There is none on this computer' : `The one here is ${count(days, 'day')} old`;
  return {
    id: 'back-up-here',
    sentence: `${have}: until iCloud works again, a backup on this computer keeps everything safe.`,
    next: 'Back up now, over the cable.',
  };
}

import { count, sizeInWords } from '../../kit/amounts.ts';
import type { NamedCause } from '../../kit/run-event.ts';
import type { AdvisedMethod, Method } from '../advice/methods.ts';

interface Advised<About> {
  readonly id: string;
  readonly sentence: string;
  readonly next: string;
  /** What it goes by, for other languages. */
  readonly about: About;
}

/** One thing that helps a phone's backups to iCloud. */
export type CloudAdvice = Advised<
  | { readonly kind: 'cause'; readonly cause: NamedCause }
  | { readonly kind: 'off' | 'low-power' }
  | { readonly kind: 'no-room'; readonly missingBytes: number }
  | { readonly kind: 'old' | 'back-up-here'; readonly days: number | undefined }
>;

/** One way to back a phone up, with its figures. */
export type MethodAdvice = Advised<{ readonly kind: 'method'; readonly method: Method }>;

/** What is known of a phone when it is to be advised. */
export interface CloudKnown {
  readonly on: boolean | undefined;
  readonly daysSinceCloud: number | undefined;
  readonly daysSinceLocal: number | undefined;
  readonly cause: NamedCause | null;
  /** As the person saw it on the phone. */
  readonly lowPower: boolean | undefined;
  /** What iCloud lacks for the next backup, as far as that is known. */
  readonly missingBytes: number | undefined;
}

/** iCloud tries every night; a week without one is worth a word. */
const OLD_DAYS = 7;

/** Most useful first; none where all is well. */
export function cloudAdvice(known: CloudKnown): CloudAdvice[] {
  const { on, daysSinceCloud, daysSinceLocal, cause, lowPower, missingBytes } = known;
  const isOld = on === true && (daysSinceCloud === undefined || daysSinceCloud > OLD_DAYS);
  const isSafeHere = daysSinceLocal !== undefined && daysSinceLocal <= OLD_DAYS;
  return [
    ...(cause ? [because(cause)] : []),
    ...(missingBytes === undefined ? [] : [noRoom(missingBytes)]),
    ...(lowPower === true && on !== false ? [LOW_POWER] : []),
    ...(isOld && !cause ? [old(daysSinceCloud)] : []),
    ...(on === false ? [OFF] : []),
    ...((isOld || on === false || cause) && !isSafeHere ? [local(daysSinceLocal)] : []),
  ];
}

function because(cause: NamedCause): CloudAdvice {
  const { id, sentence, next } = cause;
  return { id, sentence, next, about: { kind: 'cause', cause } };
}

const OFF: CloudAdvice = {
  id: 'icloud-off',
  about: { kind: 'off' },
  sentence: 'iCloud Backup is off on this iPhone: it makes none by itself.',
  next: 'If that is not meant: Settings › your name › iCloud › iCloud Backup.',
};

const LOW_POWER: CloudAdvice = {
  id: 'low-power-on',
  about: { kind: 'low-power' },
  sentence: 'Low Power Mode is on: iOS puts its backups to iCloud off meanwhile.',
  next: 'Switch it off in Settings › Battery, or let the iPhone charge.',
};

function noRoom(missingBytes: number): CloudAdvice {
  return {
    id: 'icloud-no-room',
    about: { kind: 'no-room', missingBytes },
    sentence: `iCloud is too full for the next backup: ${sizeInWords(missingBytes)} are missing.`,
    next: 'Delete old backups in Settings › your name › iCloud › Storage, or leave apps out.',
  };
}

function old(days: number | undefined): CloudAdvice {
  const since =
    days === undefined ? 'has not finished a backup yet' : `finished its last one ${count(days, 'day')} ago`;
  return {
    id: 'icloud-old',
    about: { kind: 'old', days },
    sentence: `iCloud Backup is on and ${since}.`,
    next: 'Have it make one now (Settings › your name › iCloud › iCloud Backup › Back Up Now), and watch it here.',
  };
}

function local(days: number | undefined): CloudAdvice {
  const have =
    days === undefined ? 'There is none on this computer' : `The one here is ${count(days, 'day')} old`;
  return {
    id: 'back-up-here',
    about: { kind: 'back-up-here', days },
    sentence: `${have}: until iCloud works again, a backup on this computer keeps everything safe.`,
    next: 'Back up now, over the cable.',
  };
}

/** The ways a phone can be backed up, the best first. */
export function methodAdvice(methods: readonly AdvisedMethod[], best: Method['id']): MethodAdvice[] {
  const first = (id: Method['id']): number => Number(id === best);
  return methods
    .toSorted((one, other) => first(other.id) - first(one.id))
    .map(({ title, sentence, includes, leavesOut, ...method }) => ({
      id: `method-${method.id}`,
      sentence: `${title}: ${sentence}`,
      next: `Saves ${includes}. Leaves out ${leavesOut}.`,
      about: { kind: 'method', method },
    }));
}

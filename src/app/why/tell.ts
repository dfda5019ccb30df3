import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { NamedCause, Phase } from '../../kit/run-event.ts';
import type { AtWork } from './at-work.ts';
import type { Observed } from './observe.ts';
import { isStuck } from './observe.ts';
import type { OwnRun } from './own-run.ts';

/** What a person is told. */
export interface Told {
  readonly state: 'idle' | 'moving' | 'quiet' | 'waiting' | 'stuck' | 'unreachable';
  readonly sentence: string;
  readonly safe: string;
  /** '' when there is nothing to do. */
  readonly next: string;
}

const NOTHING_TOUCHED = 'Thaw only looked; nothing was changed.';
const PASSCODE_HINT = 'If the iPhone shows its passcode prompt, enter it there: nothing is sent before.';

const DOING: Readonly<Record<Phase, string>> = {
  connecting: 'connecting to the iPhone',
  'waiting-for-trust': 'waiting until the iPhone trusts this computer',
  'waiting-for-passcode': 'waiting for the passcode',
  preparing: 'waiting for the iPhone, which prepares the backup',
  sending: 'receiving',
  finishing: 'receiving the last lists',
  verifying: 'checking that everything arrived',
};

/** No backup is being made, and what else was seen. */
export function tellIdle(cause: NamedCause | null): Told {
  if (cause) return { state: 'stuck', sentence: cause.sentence, safe: cause.safe, next: cause.next };
  return {
    state: 'idle',
    sentence:
      'No backup of this iPhone is being made on this computer right now, and nothing is wrong with the iPhone.',
    safe: NOTHING_TOUCHED,
    next: 'To see what would get one stuck: thaw check --to FOLDER',
  };
}

/** Thaw's own run in another process. */
export function tellOwn({ events, progress, cause, asked, stalled }: OwnRun): Told {
  const phase = events.findLast((event) => event.type === 'phase.changed')?.phase ?? 'connecting';
  if (asked)
    return {
      state: 'waiting',
      sentence: asked.sentence,
      safe: 'The run goes on by itself then.',
      next: asked.actions[0] ?? '',
    };
  if (cause) return { state: 'stuck', sentence: cause.sentence, safe: cause.safe, next: cause.next };
  if (stalled)
    return {
      state: 'stuck',
      sentence: `Thaw’s own run is ${DOING[phase]}, and ${stalled.because}.`,
      safe: 'What was received is kept.',
      next: 'It is looking for the cause itself; leave it alone.',
    };
  const far =
    phase === 'sending' && progress
      ? ` (${Math.floor(progress.percent)} %, ${sizeInWords(progress.bytes)})`
      : '';
  return {
    state: 'moving',
    sentence: `Thaw’s own run is at work: ${DOING[phase]}${far}.`,
    safe: 'The earlier backup is not touched.',
    next: '',
  };
}

/** A backup that another program makes. */
export function tellOther(atWork: AtWork, observed: Observed, cause: NamedCause | null): Told {
  const who = atWork.program === 'another program' ? 'Another program' : atWork.program;
  const safe = NOTHING_TOUCHED;
  const { evidence, grew, hidden, logged, bytesPerSecond } = observed;
  const prompt = evidence.findLast(({ kind }) => kind === 'prompt.waits' || kind === 'prompt.gone');
  if (prompt?.kind === 'prompt.waits')
    return {
      state: 'waiting',
      sentence: `${who} is waiting: the iPhone asks for its passcode.`,
      safe,
      next: 'Enter the passcode on the iPhone.',
    };
  // While something moves, a cause is a shadow ahead, not what it is stuck on.
  const ahead = cause ? ` But: ${cause.sentence}` : '';
  const next = cause?.next ?? '';
  if (grew) {
    const rate = bytesPerSecond > 0 ? `, about ${sizeInWords(bytesPerSecond)} a second` : '';
    return { state: 'moving', sentence: `${who} is receiving${rate}. It is not stuck.${ahead}`, safe, next };
  }
  if (hidden && (logged || !cause)) {
    const log = logged ? ' The iPhone works on the backup: its log goes on.' : '';
    return {
      state: 'quiet',
      sentence: `${who} writes to a folder that this user may not look into: whether anything arrives there cannot be seen.${log}${ahead}`,
      safe,
      next: next || 'Ask again as the user who started it: thaw why',
    };
  }
  if (logged)
    return {
      state: 'quiet',
      sentence: `${who} receives nothing at the moment, but the iPhone works on the backup: its log goes on. It is not stuck.${ahead}`,
      safe,
      next: next || 'Leave it alone; this may take an hour on a full iPhone.',
    };
  if (cause) return { state: 'stuck', sentence: `${who}: ${cause.sentence}`, safe, next };
  return tellSilence(who, observed);
}

/** Neither data nor a line of the log, and no cause to be seen. */
function tellSilence(who: string, observed: Observed): Told {
  const { phase, silentSeconds } = observed;
  const since = silentSeconds === undefined ? '' : ` for ${timeInWords(silentSeconds)}`;
  if (isStuck(observed))
    return {
      state: 'stuck',
      sentence: `${who} has received nothing${since}, and the iPhone’s backup program does not show a sign of life either.`,
      safe: NOTHING_TOUCHED,
      next:
        phase === 'preparing'
          ? PASSCODE_HINT
          : 'Stop it and start again with thaw backup, which goes on by itself.',
    };
  return {
    state: 'quiet',
    sentence: `${who} has received nothing${since}. That is still normal here.`,
    safe: NOTHING_TOUCHED,
    next: phase === 'preparing' ? PASSCODE_HINT : 'Look again in a minute.',
  };
}

import type { Clock } from '../../kit/clock.ts';
import { isThawError } from '../../kit/errors.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Phase } from '../../kit/run-event.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import { startSenses } from '../../rescue/senses/start-senses.ts';
import { norms } from '../../watch/norms.ts';
import { type FolderLook, lookAtFolder } from './growing-folder.ts';

export interface ObserveOptions {
  readonly mux: Usbmux;
  readonly device: MuxDevice;
  readonly clock: Clock;
  readonly seconds: number;
  /** The backup folder that is being filled, where it is known. */
  readonly folder: string | undefined;
}

/** What was seen of a backup that another program makes. */
export interface Observed {
  readonly evidence: readonly Evidence[];
  readonly phase: Phase;
  /** The backup daemon wrote to the phone's log meanwhile. */
  readonly logged: boolean;
  /** The log could be read, so that its silence counts. */
  readonly listened: boolean;
  /** The folder grew meanwhile, by so much a second as far as its disk tells. */
  readonly grew: boolean;
  readonly bytesPerSecond: number;
  /** This user may not look into the folder: whether it grew is not known. */
  readonly hidden: boolean;
  /** Since anything in the folder changed; undefined when there is none to look at. */
  readonly silentSeconds: number | undefined;
  readonly seconds: number;
}

/** A crash of some minutes ago explains a silence of some minutes. */
const CRASHES_WITHIN_SECONDS = 15 * 60;

/** Listens to the phone and looks at the growing folder, for so many seconds. */
export async function observe(options: ObserveOptions, signal: AbortSignal): Promise<Observed> {
  const { mux, device, clock, seconds, folder } = options;
  const evidence: Evidence[] = [];
  const heard = new Set<string>();
  const before = await lookInto(folder);
  {
    await using senses = startSenses(
      {
        mux,
        udid: device.udid,
        clock,
        crashesWithinSeconds: CRASHES_WITHIN_SECONDS,
        onSign: (sign) => {
          if (sign.kind === 'log') heard.add(sign.of);
        },
        onEvidence: (found) => evidence.push(found),
      },
      signal,
    );
    await clock.sleep(seconds * 1000, signal);
    await senses.look(signal);
  }
  const after = await lookInto(folder);
  const phase: Phase = after.look?.receiving ? 'sending' : 'preparing';
  const grew = hasGrown(before.look, after.look);
  const silentSeconds = after.look && Math.max(0, (clock.now().getTime() - after.look.newestMs) / 1000);
  const logged = heard.has('BackupAgent2');
  const listened = heard.size > 0;
  const { hidden } = after;
  const observed = { evidence, phase, logged, listened, grew, hidden, silentSeconds, seconds };
  if (isStuck(observed)) {
    const facts = {
      phase,
      silentSeconds: Math.round(silentSeconds ?? 0),
      afterData: after.look?.receiving ?? false,
      log: listened ? 'silent' : 'unread',
    } as const;
    evidence.push({ kind: 'watch.stuck', source: 'watch', at: clock.now().toISOString(), facts });
  }
  return { ...observed, bytesPerSecond: rateOf(before.look, after.look, seconds) };
}

/** Neither data nor a line of the log, for longer than this phase normally takes. */
export function isStuck(observed: Omit<Observed, 'bytesPerSecond'>): boolean {
  const { grew, logged, listened, silentSeconds, phase } = observed;
  if (grew || logged || silentSeconds === undefined) return false;
  const { stuckAfterSeconds, unheardAfterSeconds } = norms.phases[phase];
  return silentSeconds >= (listened ? stuckAfterSeconds : unheardAfterSeconds);
}

async function lookInto(
  folder: string | undefined,
): Promise<{ readonly look: FolderLook | undefined; readonly hidden: boolean }> {
  if (folder === undefined) return { look: undefined, hidden: false };
  try {
    return { look: await lookAtFolder(folder), hidden: false };
  } catch (thrown) {
    if (!isThawError(thrown, 'folder.forbidden')) throw thrown;
    return { look: undefined, hidden: true };
  }
}

function hasGrown(before: FolderLook | undefined, after: FolderLook | undefined): boolean {
  if (!after) return false;
  return !before || after.newestMs > before.newestMs || after.newestBytes !== before.newestBytes;
}

/** Other programs write to that disk too: a rough figure, and 0 where it makes no sense. */
function rateOf(before: FolderLook | undefined, after: FolderLook | undefined, seconds: number): number {
  if (!before || !after || seconds <= 0) return 0;
  return Math.max(0, (before.freeBytes - after.freeBytes) / seconds);
}

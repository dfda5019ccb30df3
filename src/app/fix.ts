import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { Emit, NamedCause } from '../kit/run-event.ts';
import { sameUdid } from '../phone/find.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import type { Situation } from '../remedies/situation.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { fixNext, isCause } from '../rescue/fix.ts';
import { askableNamed, askableNames, fixByName, type Permitted } from '../rescue/fix-by-name.ts';
import { changesFile } from './changes-file.ts';
import { encryptionNotes } from './encryption-notes.ts';
import { explain } from './explain.ts';
import { localMux } from './local-mux.ts';
import { type PermitRequest, permit } from './recovery/permit.ts';
import { readRun } from './runs/read-run.ts';
import { runFiles } from './runs/run-files.ts';

export interface FixRequest {
  readonly udid?: string | undefined;
  readonly usbmuxd?: string | undefined;
  /** The id of a cause, or of a remedy that may be asked for; without one what the evidence says. */
  readonly what?: string | undefined;
  /** The folder of the backup that is in hand, for what may erase. */
  readonly to?: string | undefined;
  readonly password?: PermitRequest['password'];
  readonly agree?: PermitRequest['agree'];
  readonly waitForPersonMs?: number | undefined;
}

export interface FixResult {
  readonly cause: NamedCause | null;
  readonly remedy: string | null;
  /** `done`: as intended; the next backup shows whether it helped. */
  readonly result: 'done' | 'failed' | 'not-done' | 'nothing-to-do';
}

/** Evidence of a run that is older than this is about another day. */
const RECENT_MS = 12 * 3_600_000;

/**
 * Applies the remedy that comes next, outside a run: for the cause that is named, or for what the last run and the phone
 * show. Rejects with `usage` for a cause there is none of.
 */
export async function fix(
  request: FixRequest,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<FixResult> {
  const { what, udid, usbmuxd, waitForPersonMs } = request;
  const remedyWanted = what === undefined ? undefined : askableNamed(what);
  if (what !== undefined && !remedyWanted && !isCause(what)) {
    const message = `There is no cause or remedy “${what}”. Remedies to ask for: ${askableNames.join(', ')}.`;
    throw new ThawError('usage', message, { facts: { message } });
  }
  const mux = localMux(clock, usbmuxd);
  const means = { clock, emit, explain, changes: changesFile(), encryptionNotes: encryptionNotes() };
  const run = { mux, udid, destination: '.', full: false, waitForPersonMs };
  const { cause, remedy, applied } = remedyWanted
    ? await fixByName(remedyWanted, run, means, permitFor(request, clock, emit, signal), signal)
    : await fixNext(
        run,
        means,
        { wanted: what, earlier: await evidenceOfLastRun(run, clock, signal) },
        signal,
      );
  return { cause: cause ?? null, remedy: remedy?.id ?? null, result: applied ?? 'nothing-to-do' };
}

/** Asks what the rule for what may do harm asks. */
function permitFor({ to, password, agree }: FixRequest, clock: Clock, emit: Emit, signal: AbortSignal) {
  const asking = {
    clock,
    to,
    password: password ?? (async () => undefined),
    agree: agree ?? (async () => undefined),
  };
  return (what: Permitted, { udid }: Pick<Situation, 'udid'>): Promise<void> =>
    permit(what, udid, asking, emit, signal);
}

/** What the newest run with this phone found, where that was lately and did not end well. */
async function evidenceOfLastRun(
  { mux, udid }: { readonly mux: Usbmux; readonly udid?: string | undefined },
  clock: Clock,
  signal: AbortSignal,
): Promise<readonly Evidence[]> {
  const meant = udid ?? (await findPhone(mux, undefined, signal).catch(() => undefined))?.udid;
  for (const file of await runFiles()) {
    const events = await readRun(file);
    const last = events.at(-1);
    if (!last || clock.now().getTime() - Date.parse(last.at) > RECENT_MS) return [];
    // A run that ended before it reached any phone may have meant this one.
    if (meant !== undefined && last.udid !== undefined && !sameUdid(last.udid, meant)) continue;
    if (last.type === 'run.finished' && last.outcome === 'verified') return [];
    return events.flatMap((event) => (event.type === 'evidence.found' ? [event.evidence] : []));
  }
  return [];
}

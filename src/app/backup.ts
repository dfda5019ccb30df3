import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import type { RescueRequest } from '../rescue/request.ts';
import { rescuedBackup } from '../rescue/rescue.ts';
import { changesFile } from './changes-file.ts';
import { encryptionNotes } from './encryption-notes.ts';
import { explain } from './explain.ts';
import { localMux } from './local-mux.ts';
import { runStream } from './run-stream.ts';
import { tellRun } from './tell-run.ts';
import { withIcloudVerdict } from './with-icloud-verdict.ts';

export interface BackupRequest extends Omit<RescueRequest, 'mux'> {
  /** Where usbmuxd listens, if not where the environment or the system says. */
  readonly usbmuxd?: string | undefined;
  /** The run's id; a new one when not given. */
  readonly run?: string;
}

/**
 * Backs a phone up and sees it through: see `rescuedBackup`. Ends with `run.finished`; a failure is then thrown too.
 */
export function backup(
  { usbmuxd, run = randomUUID(), ...request }: BackupRequest,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const means = {
    clock,
    explain,
    changes: changesFile(),
    encryptionNotes: encryptionNotes(),
    // Loaded when it is wanted: a short run does not pay for it.
    normsOf: async (udid: string) => (await import('./runs/norms-of.ts')).normsOf(udid),
  };
  let mux: Usbmux;
  try {
    mux = localMux(clock, usbmuxd);
  } catch (thrown) {
    return tellRun(clock, () => Promise.reject(thrown), signal, run);
  }
  const events = runStream(
    run,
    clock,
    (emit, abort) => rescuedBackup(run, { ...request, mux }, { ...means, emit }, abort),
    signal,
  );
  return withIcloudVerdict(events, request.password, signal);
}

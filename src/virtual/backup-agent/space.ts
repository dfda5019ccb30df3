import { withTimeLimit } from '../../kit/signals.ts';
import { AgentFailure } from './failure.ts';
import type { Run } from './run.ts';

/** What must stay free on the computer beside the files that are sent. */
const RESERVE_BYTES = 128 * 1024 * 1024;
/** Asked for beyond what is missing. */
const PURGE_EXTRA_BYTES = 2 * 1024 * 1024 * 1024;
/**
 * The phone's own patience is not known. idevicebackup2 1.3.0 leaves a purge request unanswered for ever, so it has to
 * end; a host that frees space says so within seconds.
 */
const PURGE_LIMIT_MS = 15_000;

/** The phone asks once for the computer's free space, and once more after a purge. Throws 105 when it is too little. */
export async function ensureSpace({ phone, host, signal }: Run, planned: number): Promise<void> {
  const uploadBytes = phone.claimedUploadBytes ?? planned;
  const needed = uploadBytes + RESERVE_BYTES;
  const free = await host.freeSpace();
  phone.log('BackupAgent2', 'Notice', `uploadSize:${uploadBytes}, Free disk space on drive: ${free}`);
  if (free > needed) return;
  const missing = needed - free + PURGE_EXTRA_BYTES;
  phone.log('BackupAgent2', 'Notice', `Need extra space on host: ${missing}. Requesting host to purge now`);
  const ask = (limited: AbortSignal): Promise<boolean> => host.purge(missing, limited);
  const freed = await withTimeLimit(phone.clock, PURGE_LIMIT_MS, driveFull, ask, signal);
  if (!freed || (await host.freeSpace()) <= needed) throw driveFull();
}

function driveFull(): AgentFailure {
  return new AgentFailure(105, 'Insufficient free disk space on drive to back up');
}

import { rm } from 'node:fs/promises';
import { BackupRows } from '../content/backup-rows.ts';
import type { VirtualPhone } from '../phone.ts';
import { copyBackup } from './copy-backup.ts';
import { AgentFailure } from './failure.ts';
import { isRestored, type RestoreOptions } from './restore-options.ts';
import { restoreRows } from './restore-rows.ts';
import { openSource } from './restore-source.ts';
import type { Run } from './run.ts';

/** Puts a backup on to the phone. Nothing there changes before all that can be checked has been. */
export async function restore(run: Run, options: RestoreOptions): Promise<void> {
  const { phone, progress } = run;
  await progress.enter('restoring', 0);
  const source = await openSource(run, options.password);
  try {
    checkLock(phone);
    if (phone.findMy) throw new AgentFailure(211, 'Find My iPhone must be disabled before restoring');
    using rows = new BackupRows(source.manifestPath);
    progress.totalBytes = bytesOf(rows, options);
    checkSpace(phone.storage.free, progress.totalBytes);
    if (!options.withoutCopy) await copyBackup(run);
    await restoreRows(run, source, rows, options);
  } finally {
    await rm(source.manifestPath, { force: true });
  }
  // The computer still has to hear that it went well.
  if (options.reboot) phone.later(1, () => phone.restart());
}

/** A locked phone cannot give the files it writes their protection class: seen as 103 over 208. */
function checkLock(phone: VirtualPhone): void {
  if (!phone.locked) return;
  const beneath = new AgentFailure(208, 'fcntl permission error setting protection class (device locked?)');
  throw new AgentFailure(103, 'Error downloading files', beneath);
}

function bytesOf(rows: BackupRows, options: RestoreOptions): number {
  let bytes = 0;
  for (const { domain, relativePath, file } of rows)
    if (isRestored(options, domain, relativePath)) bytes += file.size;
  return bytes;
}

function checkSpace(free: number, needed: number): void {
  if (free >= needed) return;
  throw new AgentFailure(106, `Insufficient free disk space on device to restore (${free} < ${needed})`);
}

import { resolve } from 'node:path';
import { hasBackup, movingStatus } from '../archive/status.ts';
import { backUp } from '../backup/back-up.ts';
import { keepAwake } from '../host/keep-awake.ts';
import type { Clock } from '../kit/clock.ts';
import type { Emit } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../phone/values.ts';
import { checkDestination } from '../vault/destination.ts';
import { openVault, type VaultRun } from '../vault/vault.ts';
import { connectTrusted } from './connect.ts';
import { checkEarlierBackup } from './earlier-backup.ts';
import { prove } from './prove.ts';
import type { RescueRequest } from './request.ts';
import type { Tally } from './tally.ts';

/**
 * One attempt from the first connection to the commit, in a phone session of its own. What it received stays in the
 * vault's overlay when it fails, so that the next one goes on there.
 */
export async function attempt(
  run: string,
  request: RescueRequest,
  { clock, emit }: { readonly clock: Clock; readonly emit: Emit },
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  emit({ type: 'phase.changed', phase: 'connecting' });
  const path = resolve(request.destination);
  const destination = await checkDestination(path, signal);
  await using phone = await connectTrusted(request, clock, emit, signal);
  const { udid } = phone.device;
  await checkEarlierBackup(path, udid);
  if (destination.maxFileBytes !== undefined)
    emit({ type: 'note', code: 'fat', facts: { maxFileBytes: destination.maxFileBytes } });
  const vault = openVault(destination, udid, { clock });
  await using vaultRun = await vault.begin({ run }, signal);
  tally.previous = (await hasBackup(resolve(path, udid))) ? 'intact' : 'none';
  emit({ type: 'run.started', destination: path, resumedBytes: vaultRun.resumed.bytes });
  tellBeginning(vaultRun, emit);
  await tellEncryption(phone, emit, signal);
  using _awake = keepAwake('Backing up an iPhone');
  const received = await backUp({ phone, run: vaultRun, full: request.full, clock, emit }, signal);
  tally.skipped = received.unreadable.files;
  const proof = await prove(vaultRun, { udid, password: request.password }, clock, emit, signal);
  await vaultRun.commit(await movingStatus(vaultRun.view), signal);
  tally.backup = {
    path: resolve(path, udid),
    files: proof.files,
    bytes: proof.bytes,
    encrypted: proof.encrypted,
    full: proof.full,
  };
  if (request.keep !== undefined) await vault.prune(request.keep);
}

function tellBeginning({ setAside, resumed }: VaultRun, emit: Emit): void {
  if (setAside !== undefined) emit({ type: 'note', code: 'set-aside', facts: { path: setAside } });
  if (resumed.bytes > 0) emit({ type: 'note', code: 'resumed', facts: { bytes: resumed.bytes } });
}

async function tellEncryption(phone: Phone, emit: Emit, signal: AbortSignal): Promise<void> {
  const { willEncrypt } = backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal));
  emit({ type: 'note', code: 'encryption', facts: { on: willEncrypt } });
}

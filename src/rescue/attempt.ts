import { resolve } from 'node:path';
import { hasBackup, movingStatus } from '../archive/status.ts';
import type { Verification } from '../archive/verify.ts';
import { backUp } from '../backup/back-up.ts';
import { keepAwake } from '../host/keep-awake.ts';
import { rememberedPassword } from '../host/keychain.ts';
import type { Phone } from '../phone/session.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../phone/values.ts';
import { putBack } from '../remedies/settings.ts';
import { checkDestination, type Destination, isSameDisk } from '../vault/destination.ts';
import { VaultError } from '../vault/errors.ts';
import { openVault, type VaultRun, type WriteFailure } from '../vault/vault.ts';
import { watchForCable } from './cable-there.ts';
import { connectTrusted, TRUST_LIMIT_MS } from './connect.ts';
import type { Course } from './course.ts';
import { checkEarlierBackup } from './earlier-backup.ts';
import { hideEarlier } from './hide-earlier.ts';
import { knownBySystem } from './known-by-system.ts';
import { type KnownKeys, proveWithRemembered } from './prove.ts';

/**
 * One attempt from the first connection to the commit, in a phone session of its own. What it received stays in the
 * vault's overlay when it fails, so that the next one goes on there.
 */
export async function attempt(course: Course, signal: AbortSignal): Promise<void> {
  const { request, plan, emit, run } = course;
  const { clock, changes } = course.means;
  course.newAttempt();
  const isFirst = course.attempt.number === 1;
  emit({ type: 'phase.changed', phase: 'connecting' });
  const path = resolve(plan.destination);
  const destination = await knownBySystem(await checkDestination(path, signal), signal);
  await using phone = await connect(course, signal);
  const { udid } = phone.device;
  await assertSameDisk(course, destination);
  // What a killed run left changed; what this run changed is put back at its end.
  if (isFirst) await putBack(phone, changes, signal);
  await checkEarlierBackup(path, udid);
  if (isFirst && destination.maxFileBytes !== undefined)
    emit({ type: 'note', code: 'fat', facts: { maxFileBytes: destination.maxFileBytes } });
  const vault = openVault(destination, udid, { clock });
  await using vaultRun = await vault.begin({ run, fresh: plan.fresh }, signal);
  plan.fresh = false;
  course.previous = (await hasBackup(resolve(path, udid))) ? 'intact' : 'none';
  course.attempt.resumedBytes = vaultRun.resumed.bytes;
  const { name: phoneName, productType } = phone.info;
  if (isFirst)
    emit({
      type: 'run.started',
      destination: path,
      resumedBytes: vaultRun.resumed.bytes,
      phone: { udid, phoneName, productType },
    });
  tellBeginning(course, vaultRun);
  if (plan.overNothing) await hideEarlier(vaultRun);
  const { password } = request;
  const remembered = password === undefined ? await rememberedPassword(udid, signal) : undefined;
  await course.encryption.begin(phone, password ?? remembered, signal);
  if (isFirst) await tellEncryption(course, phone, signal);
  using _awake = keepAwake('Backing up an iPhone');
  const received = await receive(course, phone, vaultRun, signal);
  course.skipped = received.unreadable.files;
  const proof = await putInPlace(course, vaultRun, { udid, password, remembered }, signal);
  const { files, bytes, encrypted, full } = proof;
  course.backup = { path: resolve(path, udid), files, bytes, encrypted, full };
  if (request.keep !== undefined) await vault.prune(request.keep + course.statesOfThisRun);
  course.statesOfThisRun += 1;
}

/** The phone of this run, once it trusts this computer. */
async function connect(course: Course, signal: AbortSignal): Promise<Phone> {
  const { request, reached, patience, means, emit } = course;
  const wanted = {
    mux: request.mux,
    udid: reached?.udid ?? request.udid,
    trustLimitMs: patience.of(TRUST_LIMIT_MS),
    onUntrusted: (here: boolean) => {
      if (here)
        course.found({ kind: 'pairing.record', source: 'lockdown', facts: { here, accepted: false } });
    },
    onSleep: () => course.found({ kind: 'wifi.asleep', source: 'phone', facts: {} }),
  };
  const phone = await connectTrusted(wanted, means.clock, emit, signal);
  const { udid, deviceId, connection } = phone.device;
  course.reached = { udid, deviceId, connection, productType: phone.info.productType };
  return phone;
}

/** Proves what was received, and only then commits it. */
async function putInPlace(
  course: Course,
  run: VaultRun,
  keys: KnownKeys,
  signal: AbortSignal,
): Promise<Verification> {
  const onRefused = (): void =>
    course.found({ kind: 'password.refused', source: 'backup-protocol', facts: {} });
  const { means, emit } = course;
  const proof = await proveWithRemembered(run, keys, onRefused, means.clock, emit, signal);
  await run.commit(await movingStatus(run.view), signal);
  return proof;
}

/** Rejects with `phone.cable-there` when the phone, backed up over Wi-Fi, is put on the cable while it still sends. */
async function receive(
  course: Course,
  phone: Phone,
  run: VaultRun,
  signal: AbortSignal,
): ReturnType<typeof backUp> {
  const { request, plan, means, emit, gate, isAlmostDone } = course;
  const { mux } = request;
  const { clock } = means;
  const better = new AbortController();
  using _watch = watchForCable({ mux, device: phone.device, clock }, (reason) => {
    if (!isAlmostDone()) better.abort(reason);
  });
  const both = AbortSignal.any([signal, better.signal]);
  const onWriteFailure = ({ code, bytes: fileBytes }: WriteFailure): void =>
    course.found({ kind: 'destination.write-failed', source: 'destination', facts: { code, fileBytes } });
  try {
    return await backUp({ phone, run, full: plan.full, clock, emit, gate, onWriteFailure }, both);
  } catch (thrown) {
    // To the conversation it looked like a broken link.
    throw better.signal.aborted && !signal.aborted ? better.signal.reason : thrown;
  }
}

/** Rejects with `destination.vanished` where only the mount point is left of the disk that the run began on. */
async function assertSameDisk({ plan, reached }: Course, destination: Destination): Promise<void> {
  plan.device ??= destination.device;
  if (!reached || (await isSameDisk(destination, plan.device, reached.udid))) return;
  throw new VaultError('destination.vanished', `${destination.path} is not the disk it was`, {
    facts: { folder: destination.path },
  });
}

function tellBeginning({ emit }: Course, { setAside, resumed }: VaultRun): void {
  if (setAside !== undefined) emit({ type: 'note', code: 'set-aside', facts: { path: setAside } });
  if (resumed.bytes > 0) emit({ type: 'note', code: 'resumed', facts: { bytes: resumed.bytes } });
}

async function tellEncryption({ emit }: Course, phone: Phone, signal: AbortSignal): Promise<void> {
  const { willEncrypt } = backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal));
  emit({ type: 'note', code: 'encryption', facts: { on: willEncrypt } });
}

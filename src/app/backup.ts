import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isHarmless } from '../archive/finding.ts';
import { hasBackup, movingStatus } from '../archive/status.ts';
import { type Verification, verify } from '../archive/verify.ts';
import { backUp, type Received } from '../backup/back-up.ts';
import { keepAwake } from '../host/keep-awake.ts';
import type { Clock } from '../kit/clock.ts';
import { isAbort, ThawError } from '../kit/errors.ts';
import type { BackupSummary, Emit, RunEvent, RunFact } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import { backupSettingsOf } from '../phone/values.ts';
import { checkDestination } from '../vault/destination.ts';
import { openVault, type VaultRun } from '../vault/vault.ts';
import { connectTrusted } from './connect.ts';
import { checkEarlierBackup } from './earlier-backup.ts';
import { Exit, exitCodeOf } from './exit-codes.ts';
import { runStream } from './run-stream.ts';
import { codeOf, wordsOf } from './words.ts';

export interface BackupRequest {
  /** The folder that holds backups; the phone's own folder is made inside. */
  readonly destination: string;
  readonly udid?: string;
  /** Ask the phone for everything again. */
  readonly full: boolean;
  /** Earlier states to keep; all when not given. */
  readonly keep?: number;
  /** Of encrypted backups, for the proof. */
  readonly password?: string;
  /** Where usbmuxd listens, if not where the environment or the system says. */
  readonly usbmuxd?: string;
}

/** Nobody reads faster. */
const PROGRESS_EVERY_MS = 250;

/** What a run knows so far, for its last event whatever that turns out to be. */
interface Tally {
  backup: BackupSummary | null;
  skipped: Received['unreadable']['files'];
  previous: 'intact' | 'none';
}

/**
 * Backs a phone up: connects, waits for trust and passcode, receives into the vault beside the earlier backup,
 * proves the result and only then puts it in place. Ends with `run.finished`; a failure is then thrown too.
 */
export function backup(request: BackupRequest, clock: Clock, signal: AbortSignal): AsyncGenerator<RunEvent> {
  const run = randomUUID();
  return runStream(run, clock, (emit, abort) => finish(run, request, clock, emit, abort), signal);
}

async function finish(
  run: string,
  request: BackupRequest,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const started = clock.ticks();
  const tally: Tally = { backup: null, skipped: [], previous: 'none' };
  const end = (outcome: Outcome, cause: string | null): void =>
    emit({
      type: 'run.finished',
      outcome,
      cause,
      remedies: [],
      ...tally,
      seconds: (clock.ticks() - started) / 1000,
    });
  try {
    await steps(run, request, clock, emit, tally, signal);
    end('verified', null);
  } catch (thrown) {
    if (isAbort(thrown, signal)) {
      end('cancelled', 'cancelled');
      throw thrown;
    }
    const id = codeOf(thrown);
    const { what, safe, next } = wordsOf(thrown);
    emit({
      type: 'cause.named',
      cause: { id, requirements: [], certainty: 1, sentence: what, safe, next, evidence: [] },
    });
    const person = exitCodeOf(thrown) === Exit.person;
    end(person ? 'needs-person' : 'failed', id);
    throw thrown;
  }
}

type Outcome = Extract<RunFact, { type: 'run.finished' }>['outcome'];

async function steps(
  run: string,
  request: BackupRequest,
  clock: Clock,
  emit: Emit,
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
  const vault = await openVault(destination, udid, { clock });
  await using vaultRun = await vault.begin({ run }, signal);
  tally.previous = (await hasBackup(resolve(path, udid))) ? 'intact' : 'none';
  emit({ type: 'run.started', destination: path, resumedBytes: vaultRun.resumed.bytes });
  if (vaultRun.setAside !== undefined)
    emit({ type: 'note', code: 'set-aside', facts: { path: vaultRun.setAside } });
  if (vaultRun.resumed.bytes > 0)
    emit({ type: 'note', code: 'resumed', facts: { bytes: vaultRun.resumed.bytes } });
  await tellEncryption(phone, emit, signal);
  await using _awake = await keepAwake('Backing up an iPhone');
  const received = await backUp({ phone, run: vaultRun, full: request.full, clock, emit }, signal);
  tally.skipped = received.unreadable.files;
  const proof = await prove(vaultRun, udid, request.password, clock, emit, signal);
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

async function tellEncryption(phone: Phone, emit: Emit, signal: AbortSignal): Promise<void> {
  const { willEncrypt } = backupSettingsOf(await phone.domain('com.apple.mobile.backup', signal));
  emit({ type: 'note', code: 'encryption', facts: { on: willEncrypt } });
}

/** The phone's "done" is not taken for proof: the overlay is verified before it may replace the earlier backup. */
async function prove(
  run: VaultRun,
  udid: string,
  password: string | undefined,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Verification> {
  emit({ type: 'phase.changed', phase: 'verifying' });
  let toldAt = clock.ticks();
  const proof = await verify(run.view, {
    udid,
    signal,
    onProgress: (files, of) => {
      if (clock.ticks() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = clock.ticks();
      emit({ type: 'verify.progress', files, of });
    },
    ...(password !== undefined && { password }),
  });
  const [problem] = proof.findings.filter((finding) => !isHarmless(finding));
  if (problem) {
    throw new ThawError('backup.not-proved', `the new backup is not whole: ${JSON.stringify(problem)}`, {
      facts: { kind: problem.kind, findings: proof.findings.length },
    });
  }
  return proof;
}

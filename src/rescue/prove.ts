import { isHarmless } from '../archive/finding.ts';
import { type Verification, verify } from '../archive/verify.ts';
import { BackupError } from '../backup/errors.ts';
import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import type { VaultRun } from '../vault/vault.ts';

/** Nobody reads faster. */
const PROGRESS_EVERY_MS = 250;

/**
 * The phone's "done" is not taken for proof: the overlay is verified before it may replace the earlier backup.
 * Rejects with `backup.not-proved`, or `backup.wrong-password`.
 */
async function prove(
  run: VaultRun,
  wanted: { readonly udid: string; readonly password?: string | undefined },
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Verification> {
  emit({ type: 'phase.changed', phase: 'verifying' });
  let toldAt = clock.ticks();
  const proof = await verify(run.view, {
    udid: wanted.udid,
    signal,
    onProgress: (files, of) => {
      if (clock.ticks() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = clock.ticks();
      emit({ type: 'verify.progress', files, of });
    },
    ...(wanted.password !== undefined && { password: wanted.password }),
  });
  const [problem] = proof.findings.filter((finding) => !isHarmless(finding));
  if (!problem) return proof;
  if (problem.kind === 'wrong-password')
    throw new BackupError('backup.wrong-password', 'the password does not open the new backup');
  throw new ThawError('backup.not-proved', `the new backup is not whole: ${JSON.stringify(problem)}`, {
    facts: { kind: problem.kind, findings: proof.findings.length },
  });
}

/** Whose backup it is, and what may open it. */
export interface KnownKeys {
  readonly udid: string;
  /** As the person gave it. */
  readonly password: string | undefined;
  /** As the keychain keeps it. */
  readonly remembered: string | undefined;
}

/**
 * The same with the password the keychain keeps, where none was given. One that is out of date is no reason to lose a
 * backup: it is told, and the proof goes as far as it can without.
 */
export async function proveWithRemembered(
  run: VaultRun,
  { udid, password, remembered }: KnownKeys,
  /** Told when a password does not open the backup. */
  onRefused: () => void,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Verification> {
  try {
    return await prove(run, { udid, password: password ?? remembered }, clock, emit, signal);
  } catch (thrown) {
    if (thrown instanceof BackupError) onRefused();
    const isOutOfDate = password === undefined && remembered !== undefined;
    if (!isOutOfDate || !(thrown instanceof BackupError)) throw thrown;
    emit({ type: 'note', code: 'remembered-password-wrong', facts: {} });
    return await prove(run, { udid }, clock, emit, signal);
  }
}

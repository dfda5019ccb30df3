import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isHarmless } from '../archive/finding.ts';
import { type Diagnosis, examine } from '../archive/repair/examine.ts';
import { type Beyond, type Mend, mendOf } from '../archive/repair/mend.ts';
import { scratchFolder } from '../archive/scratch.ts';
import { movingStatus } from '../archive/status.ts';
import { type Verification, type VerifyOptions, type VerifyProgress, verify } from '../archive/verify.ts';
import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Committed } from '../vault/commit/commit.ts';
import { checkDestination } from '../vault/destination.ts';
import { exists } from '../vault/disk/sync.ts';
import { VaultError } from '../vault/errors.ts';
import { fingerprintOf } from '../vault/fingerprint.ts';
import { listGenerations } from '../vault/generations/generation.ts';
import { COMMIT, type Layout, layoutOf } from '../vault/layout.ts';
import { openVault, type Vault, type VaultRun } from '../vault/vault.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';
import { infoOfPhone } from './info-of-phone.ts';
import { progressOf, type VerifyEvent } from './verify.ts';

export type { Beyond, Mend } from '../archive/repair/mend.ts';

export interface RepairRequest {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
  readonly password?: string;
  /** Only look. */
  readonly dryRun: boolean;
  /** Read every file too, to find those whose contents are damaged. */
  readonly thorough?: boolean;
  /** Where phones are looked for, when not at this computer's own usbmuxd. */
  readonly usbmuxd?: string;
  /** Hears how far it is with looking. */
  readonly tell?: (event: VerifyEvent) => void;
}

/** What was found, what would be done about it, and what the backup would be afterwards. */
export interface RepairPlan {
  readonly mends: readonly Mend[];
  readonly beyond: readonly Beyond[];
  /** The repaired backup verifies, as far as it can be looked at. */
  readonly sound: boolean;
  /** How far that was: without its password an encrypted backup shows only its structure. */
  readonly depth: Verification['depth'];
}

export interface Repair extends RepairPlan {
  readonly backup: BackupFolder;
  /** Undefined when nothing was changed. `generation`: the state before, for `thaw history restore`. */
  readonly repaired: Committed | undefined;
}

/**
 * Repairs a backup after the person has agreed to what would be done, as a new state of it: the one before is kept.
 * Rejects with a `destination.…` error where nothing can be written.
 */
export async function repairBackup(
  request: RepairRequest,
  agree: (plan: RepairPlan) => Promise<boolean>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Repair> {
  const backup = await findBackup(request.folder, request.udid);
  const layout = layoutOf(backup.destination, backup.udid);
  const isCut = exists(join(layout.committing, COMMIT.journal));
  if (isCut && request.dryRun)
    return { backup, mends: [CUT_COMMIT], beyond: [], sound: true, depth: 'structure', repaired: undefined };
  if (isCut) await completeCommit(await vaultOf(backup, clock, signal), signal);

  await using scratch = await scratchFolder();
  const before = await fingerprintOf(layout.folder);
  const progress = (): VerifyProgress => progressOf(clock, request.tell ?? (() => {}));
  const diagnosis = await examine(
    {
      folder: layout.folder,
      udid: backup.udid,
      generations: await listGenerations(layout),
      scratch: scratch.path,
      now: clock.now(),
      thorough: request.thorough ?? false,
      progress,
      infoOfPhone: (udid) => infoOfPhone(udid, clock, request.usbmuxd, signal),
      ...(request.password !== undefined && { password: request.password }),
    },
    signal,
  );
  const { beyond, sound } = diagnosis;
  const isResumable = diagnosis.mends.length > 0 && exists(layout.overlay);
  const mends = isResumable ? [...diagnosis.mends, CUT_RUN] : diagnosis.mends;
  const plan: RepairPlan = { mends, beyond, sound, depth: diagnosis.proof.depth };
  const nothing = { backup, ...plan, repaired: undefined };
  if (request.dryRun || mends.length === 0 || !(await agree(plan))) return nothing;
  const vault = await vaultOf(backup, clock, signal);
  const checking: VerifyOptions = {
    udid: layout.udid,
    signal,
    ...(request.password !== undefined && { password: request.password }),
    ...progress(),
  };
  const repaired = await make(vault, layout, before, diagnosis, checking, signal);
  return { backup, ...plan, repaired };
}

const CUT_COMMIT = mendOf('cut-commit', {
  finds: [{ code: 'cut-commit' }],
  changes: [{ code: 'commit-completed' }],
  loses: [],
});

const CUT_RUN = mendOf('cut-run', {
  finds: [{ code: 'cut-run' }],
  changes: [{ code: 'received-set-aside' }],
  loses: [{ code: 'head-start' }],
});

async function vaultOf(
  { destination, udid }: BackupFolder,
  clock: Clock,
  signal: AbortSignal,
): Promise<Vault> {
  return openVault(await checkDestination(destination, signal), udid, { clock });
}

async function completeCommit(vault: Vault, signal: AbortSignal): Promise<void> {
  await using _run = await vault.begin({ run: randomUUID() }, signal);
}

async function make(
  vault: Vault,
  layout: Layout,
  before: string,
  diagnosis: Diagnosis,
  checking: VerifyOptions,
  signal: AbortSignal,
): Promise<Committed> {
  await using run = await vault.begin({ run: randomUUID(), fresh: true }, signal);
  try {
    if ((await fingerprintOf(layout.folder)) !== before)
      throw new VaultError('vault.changed', 'the backup changed after it was looked at');
    await diagnosis.draft.make(run, signal);
    await prove(run, diagnosis, checking);
    return await run.commit(await movingStatus(run.view), signal);
  } catch (thrown) {
    // Nothing of it is worth to be gone on with. After a commit that was cut it must stay.
    const isCut = thrown instanceof VaultError && thrown.code === 'vault.commit-cut';
    if (!isCut) await run.abandon().catch(() => undefined);
    throw thrown;
  }
}

/** What is about to be put in place is what was shown. */
async function prove(run: VaultRun, diagnosis: Diagnosis, checking: VerifyOptions): Promise<void> {
  if (!diagnosis.sound) return;
  const proof = await verify(run.view, checking);
  const finding = proof.findings.find((each) => !isHarmless(each));
  if (finding)
    throw new ThawError('repair.not-proved', 'the repaired backup does not verify', {
      facts: { kind: finding.kind },
    });
}

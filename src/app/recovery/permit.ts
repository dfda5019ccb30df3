import { isHarmless } from '../../archive/finding.ts';
import { type Depth, verify } from '../../archive/verify.ts';
import { RecoveryError } from '../../host/recovery/errors.ts';
import type { Clock } from '../../kit/clock.ts';
import { isThawError } from '../../kit/errors.ts';
import type { Emit } from '../../kit/run-event.ts';
import { sameUdid } from '../../phone/find.ts';
import type { Permitted } from '../../rescue/fix-by-name.ts';
import { isEncrypted } from '../backup-password.ts';
import { openRestorable } from '../restorable.ts';
import { factsOf } from '../restore-preflight.ts';
import { isTypedAs } from '../typed-consent.ts';
import { findingInWords } from '../words/finding-words.ts';
import { wordsOf } from '../words.ts';

/** What a person is asked to agree to before anything that may leave the phone empty. */
export interface Agreement {
  readonly to: Permitted;
  /** To be typed, letter by letter; quotes and case do not matter. */
  readonly phrase: string;
  /** The backup that was proved for it; null where none was given, and none is asked for. */
  readonly backup: {
    readonly path: string;
    readonly madeAt: Date | undefined;
    readonly files: number;
  } | null;
}

export interface PermitRequest {
  /** The folder of the backup that is in hand. */
  readonly to?: string | undefined;
  readonly clock: Clock;
  readonly password: (udid: string) => Promise<string | undefined>;
  /** What the person typed; undefined where nobody can be asked. */
  readonly agree: (agreement: Agreement) => Promise<string | undefined>;
}

/** Typed where no backup is at hand, and where an update may be under way. */
const PHRASES = {
  reinstall: 'reinstall without a backup',
  'break-off-start': 'nothing moved for an hour',
} as const;

/**
 * The rule for what may erase: erasing takes a verified backup of this very phone and the person's typed consent;
 * installing over what is there takes one of the two; breaking off a start that may be an update takes the word that
 * nothing moved for an hour. Resolves where it may be done; rejects with `recovery.no-backup`
 * or `recovery.not-agreed`.
 */
export async function permit(
  what: Permitted,
  udid: string | undefined,
  request: PermitRequest,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const { to, agree } = request;
  const backup =
    to === undefined || what === 'break-off-start'
      ? undefined
      : await proved(to, { udid, depth: what === 'erase' ? 'content' : 'files' }, request, emit, signal);
  if (what === 'erase' && !backup) throw new RecoveryError('recovery.no-backup', 'no backup was named');
  if (what !== 'erase' && backup) return;
  const phrase = what === 'erase' ? `erase ${backup?.name}` : PHRASES[what];
  const typed = await agree({ to: what, phrase, backup: backup ?? null });
  if (typed === undefined || !isTypedAs(typed, phrase))
    throw new RecoveryError('recovery.not-agreed', 'nobody agreed', { facts: { phrase } });
}

/** The backup in that folder, proved as a restore would want it. */
async function proved(
  folder: string,
  { udid, depth }: { readonly udid: string | undefined; readonly depth: Depth },
  { password: passwordOf, clock }: PermitRequest,
  emit: Emit,
  signal: AbortSignal,
) {
  try {
    await using source = await openRestorable(
      { folder, ...(udid !== undefined && { source: udid }) },
      clock,
      signal,
    );
    if (udid === undefined || !sameUdid(source.udid, udid))
      throw refused('it is of another iPhone, or nobody can tell whose this one is: give --udid');
    const password = (await isEncrypted(source.view)) ? await passwordOf(source.udid) : undefined;
    emit({ type: 'phase.changed', phase: 'verifying' });
    const proof = await verify(source.view, {
      udid: source.udid,
      depth,
      signal,
      ...(password !== undefined && { password }),
    });
    const [bad] = proof.findings.filter((finding) => !isHarmless(finding));
    if (bad) throw refused(findingInWords(bad));
    if (proof.depth !== depth) throw refused('not all of it could be checked');
    const { deviceName, madeAt } = await factsOf(source.view);
    return { path: source.path, name: deviceName ?? 'iPhone', madeAt, files: proof.files };
  } catch (thrown) {
    signal.throwIfAborted();
    if (!isThawError(thrown) || thrown instanceof RecoveryError) throw thrown;
    throw refused(wordsOf(thrown).what, thrown);
  }
}

function refused(problem: string, cause?: unknown): RecoveryError {
  return new RecoveryError('recovery.no-backup', problem, { cause, facts: { problem } });
}

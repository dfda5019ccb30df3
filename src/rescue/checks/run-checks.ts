import { ThawError } from '../../kit/errors.ts';
import type { Evidence } from '../../kit/evidence.ts';
import { withTimeLimit } from '../../kit/signals.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';
import { checks as allChecks } from './checks.ts';

/** What a check found, fit for people and scripts. */
export interface CheckFinding extends Omit<CheckResult, 'evidence'> {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What one check may take; a phone or disk that hangs must not hide what the others find. */
const LIMIT_MS = 15_000;

/**
 * Runs all checks side by side, each within 15 s. None fails the others: one that cannot look says so. `tell` hears of each
 * as it is done.
 */
export async function runChecks(
  context: CheckContext,
  signal: AbortSignal,
  checks: readonly Check[] = allChecks,
  tell?: (finding: CheckFinding) => void,
): Promise<CheckFinding[]> {
  const findings = await Promise.all(
    checks.map(async (check) => {
      const finding = await run(check, context, signal);
      if (finding && !signal.aborted) tell?.(finding);
      return finding;
    }),
  );
  signal.throwIfAborted();
  return findings.filter((finding) => finding !== undefined);
}

async function run(
  { id, title, requirements, look }: Check,
  context: CheckContext,
  signal: AbortSignal,
): Promise<CheckFinding | undefined> {
  const late = () => new ThawError('check.late', `${id} took too long`);
  const within = (limited: AbortSignal) => look(context, limited);
  try {
    const result = await withTimeLimit(context.clock, LIMIT_MS, late, within, signal);
    if (!result) return undefined;
    const at = context.clock.now().toISOString();
    return { id, requirements, ...result, evidence: result.evidence.map((found) => ({ ...found, at })) };
  } catch {
    const sentence = `Thaw could not look at ${title} now.`;
    return { id, requirements, standing: 'unknown', sentence, evidence: [] };
  }
}

/** Facts about a failure that words, JSON and reports may use. Never anything secret. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Every failure Thaw names. `code` is stable and is what words, exit codes and causes are chosen by;
 * `message` is for the log only.
 */
export class ThawError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly facts: Facts;

  constructor(code: Code, message: string, options: { cause?: unknown; facts?: Facts } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.facts = options.facts ?? {};
  }
}

/** True for a failure that Thaw names; where codes are given, for one of those. */
export function isThawError(thrown: unknown, ...codes: readonly string[]): thrown is ThawError {
  return thrown instanceof ThawError && (codes.length === 0 || codes.includes(thrown.code));
}

/** Failures of kit itself. */
export type KitErrorCode = 'stream.ended' | 'stream.failed' | 'stream.too-large';

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code of a failed call (`ENOSPC`, `ECONNREFUSED` …), where there is one; never a code of ours or Node's. */
export function systemCodeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' && /^E[A-Z0-9]+$/.test(thrown.code) ? thrown.code : undefined;
}

/** True when the failure is the answer to an abort, and not a failure of its own. */
export function isAbort(thrown: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted !== true) return false;
  return thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError');
}

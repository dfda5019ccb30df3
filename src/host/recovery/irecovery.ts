import { isMissing } from '../missing-program.ts';
import { startProgram } from '../program.ts';
import { RecoveryError } from './errors.ts';
import { installCommand } from './install-command.ts';

/** A phone in recovery or DFU as libirecovery's own program tells it. */
export interface BootPhone {
  readonly mode: 'recovery' | 'dfu' | 'other';
  /** `iPhone8,1`; older builds of the program do not say. */
  readonly productType: string | undefined;
  /** Hexadecimal, without `0x`. */
  readonly ecid: string | undefined;
}

const IRECOVERY = 'irecovery';

/** Reads what `irecovery -q` prints: a line each of `NAME: value`. Undefined when it tells of no mode. */
export function parseQuery(text: string): BootPhone | undefined {
  const fields = new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Za-z]+):\s*(.*)$/.exec(line.trim()) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toUpperCase(), value] as const];
    }),
  );
  const mode = fields.get('MODE');
  if (mode === undefined) return undefined;
  const ecid = /^0x([\da-f]{1,16})$/i.exec(fields.get('ECID') ?? '')?.[1];
  return { mode: modeOf(mode), productType: fields.get('PRODUCT'), ecid };
}

/** Asks the phone in recovery or DFU who it is; undefined when there is none. Rejects with `recovery.no-program`. */
export async function queryBootPhone(
  signal: AbortSignal,
  program: string = IRECOVERY,
): Promise<BootPhone | undefined> {
  const { status, stdout } = await irecovery(program, ['-q'], signal);
  return status === 0 ? parseQuery(stdout) : undefined;
}

/**
 * Tells the phone to leave recovery mode. The program says nothing of success, and a phone may take the command without
 * doing it: look whether it came back. `ecid`: which, of several. Rejects with `recovery.no-program` and `recovery.refused`.
 */
export async function leaveRecovery(
  { ecid }: { readonly ecid?: string | undefined },
  signal: AbortSignal,
  program: string = IRECOVERY,
): Promise<void> {
  const which = ecid === undefined ? [] : ['-i', `0x${ecid}`];
  const { status, stderr, stdout } = await irecovery(program, [...which, '-n'], signal);
  const complaint = complaintIn(`${stderr}\n${stdout}`);
  if (status !== 0 || complaint !== undefined) {
    throw new RecoveryError('recovery.refused', complaint ?? `${program} ended with ${status}`, {
      facts: { reason: complaint ?? '' },
    });
  }
}

/** It tries a few times, a second apart, to reach a phone. */
const LIMIT_MS = 30_000;

async function irecovery(file: string, args: readonly string[], signal: AbortSignal) {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  await using program = startProgram(file, args);
  const stop = (): void => program.signal('SIGKILL');
  limited.addEventListener('abort', stop, { once: true });
  try {
    let stdout = '';
    for await (const line of program.lines) stdout += `${line}\n`;
    const status = await program.ended;
    signal.throwIfAborted();
    return { status, stdout, stderr: program.errors };
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new RecoveryError('recovery.no-program', `${file} is not installed`, {
      cause,
      facts: { program: IRECOVERY, command: await installCommand() },
    });
  } finally {
    limited.removeEventListener('abort', stop);
  }
}

function complaintIn(text: string): string | undefined {
  return /^ERROR: (.+)$/m.exec(text)?.[1];
}

/** `Port DFU` and `DFU via Debug USB (KIS)` are DFU too; `WTF` and `Unknown` are neither. */
function modeOf(mode: string): BootPhone['mode'] {
  if (/\bDFU\b/.test(mode)) return 'dfu';
  return mode.startsWith('Recovery') ? 'recovery' : 'other';
}

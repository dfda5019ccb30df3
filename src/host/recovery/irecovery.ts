import { isMissing } from '../missing-program.ts';
import { runProgram } from '../program.ts';
import { RecoveryError } from './errors.ts';

/** A phone in recovery or DFU as libirecovery's own program tells it. */
export interface BootPhone {
  readonly mode: 'recovery' | 'dfu' | 'other';
  /** `iPhone8,1`; older builds of the program do not say. */
  readonly productType: string | undefined;
  /** Hexadecimal, without `0x`. */
  readonly ecid: string | undefined;
}

export const IRECOVERY = 'irecovery';

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
export async function queryBootPhone(program: string = IRECOVERY): Promise<BootPhone | undefined> {
  const { status, stdout } = await irecovery(program, '-q');
  return status === 0 ? parseQuery(stdout) : undefined;
}

/**
 * Tells the phone to leave recovery mode. The program says nothing of success, and a phone may take the command without
 * doing it: look whether it came back. Rejects with `recovery.no-program` and `recovery.refused`.
 */
export async function leaveRecovery(program: string = IRECOVERY): Promise<void> {
  const { status, stderr, stdout } = await irecovery(program, '-n');
  const complaint = complaintIn(`${stderr}\n${stdout}`);
  if (status !== 0 || complaint !== undefined) {
    throw new RecoveryError('recovery.refused', complaint ?? `${program} ended with ${status}`, {
      facts: { reason: complaint ?? '' },
    });
  }
}

async function irecovery(program: string, ...args: readonly string[]) {
  try {
    return await runProgram(program, args);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new RecoveryError('recovery.no-program', `${program} is not installed`, {
      cause,
      facts: { program: IRECOVERY },
    });
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

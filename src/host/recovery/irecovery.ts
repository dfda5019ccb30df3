import { isMissing } from '../missing-program.ts';
import { startProgram } from '../program.ts';
import { RecoveryError } from './errors.ts';
import { installCommand } from './install-command.ts';

const IRECOVERY = 'irecovery';

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

import { isMissing } from '../missing-program.ts';
import { startProgram } from '../program.ts';
import { RecoveryError } from './errors.ts';
import { installCommand } from './install-command.ts';
import { parseRestoreLine, type RestoreLine, type RestoreTrouble } from './restore-line.ts';

const IDEVICERESTORE = 'idevicerestore';

export interface Reinstalling {
  readonly udid?: string;
  /** Hexadecimal; of a phone in recovery or DFU. */
  readonly ecid?: string;
  /** True only with a verified backup in hand and the person's typed consent. */
  readonly erase: boolean;
  /** Where the download of several gigabytes is kept. */
  readonly cache: string;
  readonly onLine: (line: RestoreLine) => void;
  /** The program, where it is not the installed one. */
  readonly program?: string;
}

/**
 * Reinstalls the newest iOS by the project's own program and tells how it goes on. It says itself whether it will erase
 * before it begins: if it would without consent it is ended there. Aborting it later can leave the phone in
 * recovery mode, from where it can be repeated. Rejects with RecoveryError.
 */
export async function reinstall(request: Reinstalling, signal: AbortSignal): Promise<void> {
  const { erase, onLine, program = IDEVICERESTORE } = request;
  signal.throwIfAborted();
  // Where it writes what changed from one version to the next: 1.0.0 complains on its standard error, later ones log there.
  await using running = startProgram(program, argumentsFor(request), { errorsToo: true });
  const stop = (): void => running.signal('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  let finished = false;
  let failure: { reason: string; trouble: RestoreTrouble | undefined } | undefined;
  try {
    for await (const raw of running.lines) {
      const line = parseRestoreLine(raw);
      if (!line) continue;
      onLine(line);
      if (line.kind === 'keeps-data' && !line.keeps && !erase) {
        throw new RecoveryError('recovery.would-erase', 'it was about to erase the phone');
      }
      if (line.kind === 'finished') finished = true;
      // The first is the reason; what follows are its consequences.
      if (line.kind === 'failed') failure ??= line;
    }
    const status = await running.ended.catch(async (cause: unknown) => {
      throw isMissing(cause) ? await missing(program, cause) : cause;
    });
    signal.throwIfAborted();
    if (status === 0 && finished && !failure) return;
    throw new RecoveryError('recovery.failed', failure?.reason ?? `${program} ended with ${status}`, {
      facts: { reason: failure?.reason ?? '', trouble: failure?.trouble },
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** `-y` answers its questions, the one about erasing included: that one is ours to ask, before and while it runs. */
function argumentsFor({ udid, ecid, erase, cache }: Reinstalling): string[] {
  return [
    '--latest',
    '--plain-progress',
    '-y',
    ...(erase ? ['--erase'] : []),
    '-C',
    cache,
    ...(ecid !== undefined ? ['-i', `0x${ecid}`] : []),
    ...(udid !== undefined ? ['-u', udid] : []),
  ];
}

async function missing(program: string, cause: unknown): Promise<RecoveryError> {
  return new RecoveryError('recovery.no-program', `${program} is not installed`, {
    cause,
    facts: { program: IDEVICERESTORE, command: await installCommand() },
  });
}

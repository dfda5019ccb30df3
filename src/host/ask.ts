import { execFile } from 'node:child_process';

/** A command of the system answers within this, or is left alone. */
const LIMIT_MS = 6000;
const MAX_BYTES = 8_000_000;

/** What a command of the system printed, and how it ended. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks a command of the system. Never rejects but for an abort: one that is missing, takes too long, prints without end
 * or is killed gives undefined. It is told to speak the C locale, which not every command obeys.
 */
export async function ask(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
  limitMs = LIMIT_MS,
): Promise<Answer | undefined> {
  signal.throwIfAborted();
  const answer = await new Promise<Answer | undefined>((resolve) => {
    const options = {
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      timeout: limitMs,
      maxBuffer: MAX_BYTES,
      killSignal: 'SIGKILL',
      windowsHide: true,
      signal,
    } as const;
    try {
      const child = execFile(file, args, options, (error, stdout) => {
        const status = error ? error.code : 0;
        resolve(typeof status === 'number' ? { status, text: stdout } : undefined);
      });
      // One that waits for a person gets nobody.
      child.stdin?.on('error', () => undefined).end();
    } catch {
      resolve(undefined);
    }
  });
  signal.throwIfAborted();
  return answer;
}

/** The same where only an answer without complaint counts. */
export async function askText(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
  limitMs = LIMIT_MS,
): Promise<string | undefined> {
  const answer = await ask(file, args, signal, limitMs);
  return answer?.status === 0 ? answer.text : undefined;
}

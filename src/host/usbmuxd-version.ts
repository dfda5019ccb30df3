import { startProgram } from './program.ts';

/** The version of the usbmuxd that is installed; undefined when there is none or it does not tell. */
export async function usbmuxdVersion(signal: AbortSignal): Promise<string | undefined> {
  await using program = startProgram('usbmuxd', ['--version']);
  const stop = (): void => program.signal('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    let said = '';
    for await (const line of program.lines) said += line;
    await program.ended;
    return /usbmuxd (\d+(?:\.\d+)+)/.exec(said + program.errors)?.[1];
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

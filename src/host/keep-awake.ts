import { holdProgram } from './held-program.ts';

/** Adds nothing to the screen, asks Windows to stay up, and lasts until its input ends. */
const WINDOWS_SCRIPT = `
$power = Add-Type -PassThru -Name Power -Namespace Thaw -MemberDefinition '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint state);'
[void]$power::SetThreadExecutionState(2147483649)
[void][Console]::In.ReadToEnd()`;

/**
 * Keeps this computer from going to sleep by itself until disposed of. Where the system's program for that is missing,
 * or the system refuses, everything goes on as before.
 */
export function keepAwake(reason: string, platform: NodeJS.Platform = process.platform): Disposable {
  switch (platform) {
    case 'darwin':
      return holdProgram('caffeinate', ['-i', '-w', String(process.pid)]);
    case 'win32':
      return holdProgram('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', WINDOWS_SCRIPT]);
    default:
      return holdProgram('systemd-inhibit', [
        '--what=idle:sleep',
        '--who=Thaw',
        `--why=${reason}`,
        '--mode=block',
        'cat',
      ]);
  }
}

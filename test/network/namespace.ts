import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('measure-child.ts', import.meta.url));

/** Why a network of one's own with these settings cannot be had here; false where it can. For `test`'s `skip`. */
export async function missingFor(settings: string): Promise<string | false> {
  try {
    await inNamespace(settings, 'true');
    return false;
  } catch (error) {
    return `no such network here: ${error instanceof Error ? error.message.split('\n')[1] : ''}`;
  }
}

/** Measures `what` in a network that only has itself, with these settings of `ip` and `tc`. */
export async function measuredIn(settings: string, what: 'detours' | 'latency' | 'upload'): Promise<unknown> {
  const measured = await inNamespace(settings, `exec "${process.execPath}" "${CHILD}" ${what}`);
  return JSON.parse(measured);
}

async function inNamespace(settings: string, command: string): Promise<string> {
  const script = `set -e; ip link set lo up; ${settings}; ${command}`;
  const { stdout } = await run('unshare', ['--net', 'sh', '-c', script], { timeout: 60_000 });
  return stdout;
}

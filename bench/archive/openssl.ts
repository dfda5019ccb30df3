import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** As large as the pieces in which contents are read. */
const PIECE_BYTES = 256 * 1024;

/** What `openssl speed` says one core does, in bytes per second of processor time. */
export async function opensslSpeed(): Promise<{ readonly decrypt: number; readonly hash: number }> {
  return {
    decrypt: await speed(['-evp', 'aes-256-cbc', '-decrypt']),
    hash: await speed(['-evp', 'sha1']),
  };
}

async function speed(what: readonly string[]): Promise<number> {
  const { stdout } = await run('openssl', ['speed', '-seconds', '1', '-bytes', String(PIECE_BYTES), ...what]);
  const thousands = /\s([\d.]+)k\s*$/m.exec(stdout.trimEnd())?.[1];
  if (thousands === undefined) throw new Error(`openssl speed said: ${stdout.slice(-500)}`);
  return Number(thousands) * 1000;
}

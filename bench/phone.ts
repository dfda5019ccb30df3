import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BenchCase } from './cases.ts';

/** The virtual iPhone of a case, as a process of its own: neither program shares its event loop. */
export async function startPhone(
  bench: BenchCase,
  work: string,
): Promise<AsyncDisposable & { address: string }> {
  const scenario = join(work, 'scenario.json');
  await writeFile(
    scenario,
    JSON.stringify({
      name: bench.name,
      phone: {
        passcode: false,
        ...(bench.encrypted && { encrypt: true, backupPassword: 'bench', keybagRounds: 1000 }),
      },
      content: bench.content,
    }),
  );
  const child = spawn(
    process.execPath,
    ['bin/thaw.js', 'virtual', '--scenario', scenario, '--listen', '127.0.0.1:0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const ready: unknown = JSON.parse(line);
    if (
      typeof ready === 'object' &&
      ready !== null &&
      'address' in ready &&
      typeof ready.address === 'string'
    ) {
      return {
        address: ready.address,
        [Symbol.asyncDispose]: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
  }
  throw new Error('the virtual iPhone did not start');
}

import { runProgram } from '../host/program.ts';
import type { Scenario } from '../virtual/scenario.ts';
import { startVirtual } from '../virtual/start.ts';
import { environmentOf } from './environment.ts';
import { LabError } from './errors.ts';

/** What the phone had when the earlier backup was made: the rest came since. */
const SHARE_THAT_WAS_THERE = 0.7;

/** Makes a real backup of the scenario's phone as it was on a better day, with some files less on it. */
export async function makeEarlierBackup(
  scenario: Scenario,
  [program, ...args]: readonly [string, ...string[]],
  destination: string,
  home: string,
): Promise<void> {
  const { phone, content, seed, earlier } = scenario;
  const then = typeof earlier === 'object' ? { ios: earlier.ios } : {};
  await using virtual = await startVirtual({
    seed,
    content:
      'seed' in content ? { ...content, files: Math.ceil(content.files * SHARE_THAT_WAS_THERE) } : content,
    phone: { ...phone, passcode: false, locked: false, trusted: true, setupDone: true, ...then },
  });
  const { status, stdout, stderr } = await runProgram(
    program,
    [...args, 'backup', '--to', destination, '--json'],
    {
      env: environmentOf({ address: virtual.address, home, password: virtual.phone.backup.password }),
    },
  );
  if (status !== 0) {
    throw new LabError('lab.setting', `no earlier backup: ${status} ${stderr || stdout.slice(-500)}`);
  }
}

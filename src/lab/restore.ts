import { runProgram } from '../host/program.ts';
import { agentOf } from '../virtual/backup-agent/agent.ts';
import { startVirtual } from '../virtual/start.ts';
import { environmentOf } from './environment.ts';
import type { Setting } from './setting.ts';

/**
 * Whether the real idevicebackup2 can bring the backup back to an empty phone, byte for byte; undefined where it is
 * not installed.
 */
export async function canRestore(setting: Setting): Promise<boolean | undefined> {
  const { destination, home, virtual: from } = setting;
  await using to = await startVirtual({
    seed: setting.scenario.seed + 1,
    phone: { passcode: false, keybagRounds: 1000 },
    content: { files: 0, bytes: 0 },
  });
  const password = from.phone.backup.password;
  const env = environmentOf({ address: to.address, home });
  const names = ['-u', to.phone.udid, '-s', from.phone.udid];
  const withPassword = password === undefined ? [] : ['--password', password];
  try {
    const { status } = await runProgram(
      'idevicebackup2',
      [...names, 'restore', '--system', '--settings', '--no-reboot', ...withPassword, destination],
      { env },
    );
    return status === 0 && (await sameContents(setting, to.phone));
  } catch {
    return undefined;
  }
}

async function sameContents({ virtual }: Setting, restored: Setting['virtual']['phone']): Promise<boolean> {
  const [one, other] = await Promise.all([agentOf(virtual.phone), agentOf(restored)]);
  const [expected, held] = [one.content.digests(), other.content.digests()];
  return expected.size === held.size && [...expected].every(([name, digest]) => held.get(name) === digest);
}

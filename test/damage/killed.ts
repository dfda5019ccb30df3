import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import { holdingsOf, type Measured, treatFolder } from './measure.ts';
import { Random } from './random.ts';

const scenario = { phone: { passcode: false }, content: { seed: 11, files: 300, bytes: 6_000_000 } } as const;
const later = Array.from({ length: 150 }, (_, number) => ({
  domain: 'CameraRollDomain',
  relativePath: `Media/DCIM/100APPLE/later-${number}.HEIC`,
  bytes: 20_000,
}));

/**
 * Kills the real idevicebackup2 at moments spread over its run by the seed, over nothing and over an earlier backup of
 * its own, and treats what it left.
 */
export async function* killedRuns(
  times: number,
  seed: number,
  place: string,
): AsyncGenerator<Measured & { what: string }> {
  const random = new Random(seed);
  const earlier = join(place, 'earlier');
  mkdirSync(earlier);
  const first = await backUp(earlier, { changed: false });
  const goods = [await holdingsOf(first.folder, undefined)];
  const newer = join(place, 'newer');
  cpSync(earlier, newer, { recursive: true });
  const second = await backUp(newer, { changed: true });
  goods.push(await holdingsOf(second.folder, undefined));
  for (const { name, over, printed } of [
    { name: 'a first backup', over: undefined, printed: first.printed },
    { name: 'one over an earlier backup', over: earlier, printed: second.printed },
  ]) {
    for (let time = 0; time < times; time += 1) {
      const destination = join(place, 'killed');
      if (over === undefined) mkdirSync(destination);
      else cpSync(over, destination, { recursive: true });
      const killAt = Math.round((printed * (time + random.below(1000) / 1000)) / times);
      const { folder, udid, ended } = await backUp(destination, { changed: over !== undefined, killAt });
      const what = `idevicebackup2 killed at ${Math.round((100 * killAt) / printed)} % of ${name}${ended ? ', which had ended' : ''}`;
      // Killed before it wrote anything there is nothing to look at.
      if (existsSync(join(folder, 'Info.plist')))
        yield { what, ...(await treatFolder(folder, { udid, password: undefined }, goods, what)) };
      rmSync(destination, { recursive: true });
    }
  }
}

interface Ran {
  readonly folder: string;
  readonly udid: string;
  /** Bytes it printed: it tells of every piece that comes, so that they show how far it is. */
  readonly printed: number;
  readonly ended: boolean;
}

async function backUp(
  destination: string,
  { changed, killAt = Number.POSITIVE_INFINITY }: { changed: boolean; killAt?: number },
): Promise<Ran> {
  await using virtual = await startVirtual(scenario);
  if (changed) (await agentOf(virtual.phone)).content.change({ add: later });
  const child = spawn('idevicebackup2', ['backup', destination], {
    env: { ...process.env, USBMUXD_SOCKET_ADDRESS: virtual.address },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = 0;
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.length;
    if (printed >= killAt) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const { udid } = virtual.phone;
  return { folder: join(destination, udid), udid, printed, ended: child.signalCode === null };
}

import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backup } from '../../src/app/backup.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import type { ContentChange } from '../../src/virtual/content/phone-content.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';

/** A good backup to damage copies of. */
export interface Specimen {
  readonly name: string;
  /** The folder that holds it; beside it the vault's own, where there is one. */
  readonly destination: string;
  readonly udid: string;
  readonly password: string | undefined;
}

const PASSWORD = 'a password for tests';
const content = { seed: 11, files: 70, bytes: 900_000 };
const phone = { passcode: false } as const;
const since: ContentChange = {
  add: [
    { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/later.HEIC', bytes: 30_000 },
    { domain: 'HomeDomain', relativePath: 'Library/Notes/later', bytes: 5000 },
  ],
  change: [{ domain: 'HomeDomain', relativePath: 'Library/SMS/sms.db', bytes: 50_000 }],
  remove: [{ domain: 'HomeDomain', relativePath: 'Library/Preferences/com.apple.springboard.plist' }],
};

const SCENARIOS: Readonly<Record<string, ScenarioInput>> = {
  plain: { phone, content },
  encrypted: {
    phone: { ...phone, encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 },
    content,
  },
};

/**
 * Backups made over the wire from a virtual phone, in two runs with changes between: with what the vault keeps of the
 * first run, and without, as another program would have left it.
 */
export async function makeSpecimens(place: string): Promise<Specimen[]> {
  const specimens: Specimen[] = [];
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const destination = join(place, name);
    const foreign = join(place, `${name}-foreign`);
    await mkdir(destination);
    const udid = await backUpTwice(scenario, destination);
    await cp(destination, foreign, { recursive: true, preserveTimestamps: true });
    await rm(join(foreign, '.thaw'), { recursive: true });
    const password = name === 'encrypted' ? PASSWORD : undefined;
    specimens.push({ name, destination, udid, password });
    specimens.push({ name: `${name}, not made by Thaw`, destination: foreign, udid, password });
  }
  return specimens;
}

async function backUpTwice(scenario: ScenarioInput, destination: string): Promise<string> {
  await using virtual = await startVirtual(scenario);
  const request = {
    usbmuxd: virtual.address,
    destination,
    full: false,
    password: PASSWORD,
  };
  for (const change of [undefined, since]) {
    if (change) (await agentOf(virtual.phone)).content.change(change);
    for await (const _ of backup(request, systemClock, AbortSignal.timeout(60_000)));
  }
  return virtual.phone.udid;
}

import { listHistory, restoreGeneration } from '../app/history.ts';
import { type Clock, systemClock } from '../kit/clock.ts';
import { messageOf } from '../kit/errors.ts';
import type { Scenario } from '../virtual/scenario.ts';
import type { Client, ClientEnd, ClientName } from './client.ts';
import { LabError } from './errors.ts';
import { fingerprint, isSame } from './fingerprint.ts';
import { holdsEverything } from './holds-everything.ts';
import { idevicebackup2Client } from './idevicebackup2-client.ts';
import { type Found, judge, type LabResult } from './judge.ts';
import { canRestore } from './restore.ts';
import { makeSetting, type Setting } from './setting.ts';
import { thawClient } from './thaw-client.ts';

const clients: Readonly<Record<ClientName, (clock: Clock) => Client>> = {
  thaw: thawClient,
  idevicebackup2: idevicebackup2Client,
};

/** Runs one program through one scenario, for real, and judges what came of it. */
export async function runScenario(
  scenario: Scenario,
  name: ClientName,
  thaw: readonly [string, ...string[]],
  clock: Clock,
): Promise<LabResult> {
  if (scenario.task !== 'backup' && name !== 'thaw')
    return without(scenario, name, 'skipped', `${name} only makes backups`);
  try {
    await using setting = await makeSetting(scenario, thaw, clock);
    const end = await clients[name](clock)(setting);
    // The judge looks at a computer at rest.
    await setting.troubles[Symbol.asyncDispose]();
    return judge(name, scenario, setting.timeline, await lookAt(setting, name, end));
  } catch (error) {
    const notHere = error instanceof LabError && error.code === 'lab.not-here';
    return without(scenario, name, notHere ? 'skipped' : 'crashed', messageOf(error));
  }
}

async function lookAt(setting: Setting, client: ClientName, { outcome, words }: ClientEnd): Promise<Found> {
  const { folder, secondFolder, virtual, scenario } = setting;
  const leftOut = scenario.expect?.skipped ?? 0;
  const whole =
    // A look at the network makes none.
    scenario.task === 'network' ||
    (await holdsEverything(folder, virtual.phone, leftOut)) ||
    (secondFolder !== undefined && (await holdsEverything(secondFolder, virtual.phone, leftOut)));
  const verified = outcome === 'verified' && whole;
  const restored = verified && scenario.expect?.restores ? await canRestore(setting) : undefined;
  return {
    outcome,
    previous: await previousOf(setting, client, verified),
    holdsEverything: whole,
    changedSettings: changedSettings(setting),
    ...(restored !== undefined && { restored }),
    ...(words !== undefined && { words }),
  };
}

/**
 * Left alone, every byte must be where it was. Behind a proven new backup, Thaw must be able to bring the earlier one
 * back; other programs keep none.
 */
async function previousOf(
  setting: Setting,
  client: ClientName,
  verified: boolean,
): Promise<Found['previous']> {
  const { earlier, folder, scenario } = setting;
  if (earlier.size === 0) return 'none';
  const now = await fingerprint(folder);
  if (client === 'thaw' ? isSame(earlier, now) : isStillThere(earlier, now)) return 'intact';
  if (!verified) return 'damaged';
  if (client !== 'thaw' || scenario.destination.poisoned) return 'intact';
  return (await bringsBack(setting)) ? 'intact' : 'damaged';
}

/** A fair look at a program that writes into the backup's own folder: Info.plist is only about the last try. */
function isStillThere(earlier: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...earlier].every(([path, print]) => path === 'Info.plist' || now.get(path) === print);
}

async function bringsBack({ earlier, folder }: Setting): Promise<boolean> {
  const { generations } = await listHistory({ folder });
  // A run that asked for something once more has put two in their place.
  const current = generations.at(-1)?.run;
  const last = generations.findLast(({ state, run }) => state === 'earlier' && run !== current);
  if (!last) return false;
  await restoreGeneration({ folder }, last.number, systemClock, new AbortController().signal);
  return isSame(earlier, await fingerprint(folder));
}

function changedSettings({ scenario: { phone: before }, virtual: { phone } }: Setting): string[] {
  const changed: string[] = [];
  if (phone.backup.cloudBackupEnabled !== before.icloudBackup) changed.push('iCloud Backup');
  if (phone.backup.willEncrypt !== before.encrypt) changed.push('encryption of backups');
  if (phone.name !== before.name) changed.push('the name');
  return changed;
}

/** There is no result: it cannot be tried on this computer, or the lab itself failed, which must not pass unseen. */
function without(
  scenario: Scenario,
  client: ClientName,
  outcome: 'skipped' | 'crashed',
  why: string,
): LabResult {
  return {
    ...{ scenario: scenario.name, client, outcome, cause: null },
    ...{ secondsToName: null, secondsFromEvidence: null, remedies: [], riskiest: null, asked: [], alarms: 0 },
    ...{ previous: 'none', verified: false, asExpected: false, because: [why], seconds: 0 },
  };
}

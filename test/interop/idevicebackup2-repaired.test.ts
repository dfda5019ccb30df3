import assert from 'node:assert/strict';
import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { repairBackup } from '../../src/app/repair.ts';
import { isHarmless } from '../../src/archive/finding.ts';
import { verify } from '../../src/archive/verify.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { storedFiles } from '../damage/damages.ts';
import { contentOf, idevicebackup2, quickPhone, withIdevicebackup2 } from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

const later = Array.from({ length: 200 }, (_, number) => ({
  domain: 'CameraRollDomain',
  relativePath: `Media/DCIM/100APPLE/later-${number}.HEIC`,
  bytes: 4000,
}));

/** Repairs what lies there, and restores it with idevicebackup2 to the second, empty phone. */
async function repairAndRestore(
  virtual: RunningVirtual,
  scratch: string,
  password?: string,
): Promise<Digests> {
  const { udid } = virtual.phone;
  const withPassword = password === undefined ? {} : { password };
  const signal = AbortSignal.timeout(60_000);
  const request = { folder: scratch, udid, dryRun: false, ...withPassword };
  const { sound } = await repairBackup(request, async () => true, systemClock, signal);
  assert.ok(sound);
  const { findings } = await verify(viewOfFolder(join(scratch, udid)), { udid, ...withPassword });
  assert.deepEqual(
    findings.filter((finding) => !isHarmless(finding)),
    [],
  );

  const other = virtual.phones[1] ?? assert.fail();
  const options = ['restore', '--system', '--settings', '--no-reboot'];
  if (password !== undefined) options.push('--password', password);
  const restored = await idevicebackup2(virtual, '-u', other.udid, '-s', udid, ...options, scratch);
  assert.equal(restored.status, 0, restored.stdout);
  return await digestsOf(virtual, 1);
}

type Digests = Map<string, string>;

async function digestsOf({ phones }: RunningVirtual, number: number): Promise<Digests> {
  return (await contentOf(phones[number] ?? assert.fail())).digests();
}

/** A phone with contents, and an empty one. Started twice they are the same phones again. */
function twoPhones({
  phone = {},
  faults = [],
}: Partial<Pick<Started, 'phone' | 'faults'>>): Promise<RunningVirtual> {
  const first = { ...quickPhone, phone: { ...quickPhone.phone, ...phone }, faults };
  return startVirtual([first, { ...quickPhone, seed: 2, content: { files: 0, bytes: 0 } }]);
}

type Started = Exclude<ScenarioInput, readonly unknown[]>;

async function backUpUncut(scratch: string): Promise<Digests> {
  await using virtual = await twoPhones({});
  const { status, stdout } = await idevicebackup2(virtual, '-u', virtual.phone.udid, 'backup', scratch);
  assert.equal(status, 0, stdout);
  return await digestsOf(virtual, 0);
}

for (const { at, when, isNew } of [
  { at: 'while files are sent', when: { phase: 'sending', file: 50 }, isNew: false },
  { at: 'while they are moved into place', when: { phase: 'finishing', percent: 91 }, isNew: true },
  { at: 'while old ones are removed', when: { phase: 'finishing', percent: 95 }, isNew: true },
] as const) {
  test(
    `an incremental run cut ${at} is repaired to ${isNew ? 'the new' : 'the earlier'} backup`,
    withIdevicebackup2,
    async () => {
      await using scratch = await scratchFolder();
      const earlier = await backUpUncut(scratch.path);
      await using virtual = await twoPhones({ faults: [{ when, do: 'unplug', seconds: 0.5 }] });
      (await contentOf(virtual.phone)).change({ add: later });
      const cut = await idevicebackup2(virtual, '-u', virtual.phone.udid, 'backup', scratch.path);
      assert.notEqual(cut.status, 0, cut.stdout);
      while (!virtual.phone.cable.connected) await virtual.phone.clock.sleep(20);

      const restored = await repairAndRestore(virtual, scratch.path);
      assert.deepEqual(restored, isNew ? await digestsOf(virtual, 0) : earlier);
    },
  );
}

for (const { kind, phone, password } of [
  { kind: 'a plain', phone: {}, password: undefined },
  { kind: 'an encrypted', phone: { encrypt: true, backupPassword: 'right' }, password: 'right' },
]) {
  test(
    `${kind} backup with lost files and a lost Status.plist is restored but for these`,
    withIdevicebackup2,
    async () => {
      await using scratch = await scratchFolder();
      await using virtual = await twoPhones({ phone });
      const made = await idevicebackup2(virtual, '-u', virtual.phone.udid, 'backup', scratch.path);
      assert.equal(made.status, 0, made.stdout);
      const folder = join(scratch.path, virtual.phone.udid);
      const [one, two] = storedFiles(folder);
      await rm(one ?? '');
      await truncate(two ?? '', 1);
      await rm(join(folder, 'Status.plist'));

      const restored = await repairAndRestore(virtual, scratch.path, password);
      const all = await digestsOf(virtual, 0);
      assert.equal(restored.size, all.size - 2);
      for (const [name, digest] of restored) assert.equal(all.get(name), digest, name);
    },
  );
}

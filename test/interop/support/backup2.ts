import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { agentOf } from '../../../src/virtual/backup-agent/agent.ts';
import { decodeStatus } from '../../../src/virtual/backup-agent/status-plist.ts';
import { backupContent } from '../../../src/virtual/content/backup-content.ts';
import { PhoneContent } from '../../../src/virtual/content/phone-content.ts';
import type { VirtualPhone } from '../../../src/virtual/phone.ts';
import type { ScenarioInput } from '../../../src/virtual/scenario.ts';
import type { RunningVirtual } from '../../../src/virtual/start.ts';
import { type Finished, needs, run } from './program.ts';

export const withIdevicebackup2 = needs('idevicebackup2');

/** A phone that asks for nothing and is quickly copied. */
export const quickPhone = {
  phone: { passcode: false, keybagRounds: 1000 },
  content: { seed: 5, files: 150, bytes: 2_000_000 },
} as const satisfies ScenarioInput;

/** Runs the real, unmodified program. Commands that need a folder have it as their last argument. */
export function idevicebackup2(virtual: RunningVirtual, ...args: readonly string[]): Promise<Finished> {
  return run('idevicebackup2', args, { address: virtual.address, limitSeconds: 60 });
}

/** The exit status by which it tells an ErrorCode of the phone. */
export function exitStatusOf(errorCode: number): number {
  return (256 - errorCode) % 256;
}

export function contentOf(phone: VirtualPhone): Promise<PhoneContent> {
  return agentOf(phone).then((agent) => agent.content);
}

/** The backup is finished, holds what the phone holds, byte for byte, and no file beside that. */
export async function assertBackedUp(folder: string, phone: VirtualPhone, password = ''): Promise<void> {
  const status = decodeStatus(await readFile(join(folder, 'Status.plist')));
  assert.equal(status.snapshotState, 'finished');
  using backup = new PhoneContent(await backupContent(folder, password), () => phone.now());
  const [held, expected] = [backup.digests(), (await contentOf(phone)).digests()];
  assert.deepEqual(held, expected);
  const files = [...expected.values()].filter((digest) => /^[0-9a-f]{64}$/.test(digest));
  assert.equal((await storedFiles(folder)).length, files.length);
  await assert.rejects(stat(join(folder, 'Snapshot')), { code: 'ENOENT' });
}

/** Names of the files a backup stores for the phone, its own four left out. */
async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = ['Info.plist', 'Status.plist', 'Manifest.plist', 'Manifest.db'];
  return entries.filter((entry) => entry.isFile() && !own.includes(entry.name)).map((entry) => entry.name);
}

/** How many files came over, as the program counted them; six of them are the phone's own. */
export function filesReceived({ stdout }: Finished): number {
  return Number(/Received (\d+) files from device/.exec(stdout)?.[1]);
}

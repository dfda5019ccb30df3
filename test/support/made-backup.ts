import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from '../../src/app/backup.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import type { ContentChange } from '../../src/virtual/content/phone-content.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';

export interface MadeBackup extends AsyncDisposable {
  readonly udid: string;
  /** The backup's own folder. */
  readonly folder: string;
  /** What the phone held, by `domain-path`: `folder`, `symlink <target>`, or a file's SHA-256 in hex. */
  readonly held: ReadonlyMap<string, string>;
}

export const PASSWORD = 'päss 世界';

/** A phone with a password of its own for backups, which opens quickly. */
export const ENCRYPTED = {
  passcode: false,
  encrypt: true,
  backupPassword: PASSWORD,
  keybagRounds: 100,
} as const;
export const PLAIN = { passcode: false } as const;

/** A backup of a virtual iPhone made over its real protocols, in a temporary folder. */
export async function makeBackup(scenario: ScenarioInput, change: ContentChange = {}): Promise<MadeBackup> {
  await using making = new AsyncDisposableStack();
  const destination = making.use(await mkdtempDisposable(join(tmpdir(), 'thaw-made-')));
  await using virtual = await startVirtual(scenario);
  const { content } = await agentOf(virtual.phone);
  content.change(change);
  const request = { usbmuxd: virtual.address, destination: destination.path, full: false };
  for await (const _ of backup(request, systemClock, AbortSignal.timeout(300_000)));
  const { udid } = virtual.phone;
  const held = content.digests();
  const kept = making.move();
  return {
    udid,
    folder: join(destination.path, udid),
    held,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

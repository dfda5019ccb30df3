import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agentOf } from '../virtual/backup-agent/agent.ts';
import { decodeStatus } from '../virtual/backup-agent/status-plist.ts';
import { backupContent } from '../virtual/content/backup-content.ts';
import { PhoneContent } from '../virtual/content/phone-content.ts';
import type { VirtualPhone } from '../virtual/phone.ts';

/**
 * Whether a backup is finished and holds what the phone holds, byte for byte, but for at most `leftOut` files. Asks
 * neither the program that made it nor our own verification.
 */
export async function holdsEverything(
  folder: string,
  phone: VirtualPhone,
  leftOut: number,
): Promise<boolean> {
  try {
    const status = decodeStatus(await readFile(join(folder, 'Status.plist')));
    if (status.snapshotState !== 'finished') return false;
    using backup = new PhoneContent(await backupContent(folder, phone.backup.password ?? ''), () =>
      phone.now(),
    );
    const held = backup.digests();
    const expected = (await agentOf(phone)).content.digests();
    const wrong = [...expected].filter(([name, digest]) => held.get(name) !== digest);
    return (
      wrong.length <= leftOut &&
      wrong.every(([name]) => !held.has(name)) &&
      held.size + wrong.length === expected.size
    );
  } catch {
    return false;
  }
}

import { hasBackup } from '../../archive/status.ts';
import { sizeInWords } from '../../kit/amounts.ts';
import { DISK_USAGE_DOMAIN, diskUsageOf } from '../../phone/values.ts';
import { freeBytesOf } from '../../vault/destination.ts';
import { type Check, type CheckContext, fine, folderOf } from './check.ts';

/** What the phone wants free beside what it sends. */
const RESERVE_BYTES = 128 * 1024 * 1024;
/** Apps and the system are not in a backup; so small a part of what is used is none of any phone known. */
const LEAST_SHARE = 0.2;
/** What changed since the last backup: the manifest anew, photos, messages. */
const LEAST_CHANGE_BYTES = 1024 * 1024 * 1024;

/** Room at the destination, by the phone's own rule: what it will send and 128 MiB more. */
export const room: Check = {
  id: 'room',
  title: 'the room at the destination',
  requirements: ['B4', 'D1'],
  async look(context: CheckContext, signal) {
    const { destination, phone } = context;
    const folder = folderOf(context);
    if (destination === undefined || folder === undefined || !phone) return undefined;
    const freeBytes = await freeBytesOf(destination).catch(() => undefined);
    if (freeBytes === undefined) return undefined;
    const usage = diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, signal));
    const used = (usage.dataCapacity ?? usage.capacity ?? 0) - (usage.available ?? 0);
    const free = `${sizeInWords(freeBytes)} free at the destination`;
    if (freeBytes > used + RESERVE_BYTES) return fine(`There is room: ${free}, more than the phone holds.`);
    const first = !(await hasBackup(folder));
    const neededBytes = RESERVE_BYTES + (first ? Math.round(used * LEAST_SHARE) : LEAST_CHANGE_BYTES);
    if (freeBytes <= neededBytes)
      return {
        standing: 'person',
        sentence: `${free}: the phone will want at least ${sizeInWords(neededBytes)}.`,
        next: 'Free some space there (“thaw history … --prune” shows Thaw’s own old states), or choose another disk.',
        evidence: [{ kind: 'destination.short', source: 'destination', facts: { freeBytes, neededBytes } }],
      };
    if (!first) return fine(`There is room for what changed: ${free}.`);
    return {
      standing: 'note',
      sentence: `${free}; the phone holds ${sizeInWords(used)}, of which apps and system are not backed up. It may be enough.`,
      next: 'If it turns out too little the phone says so before it sends anything.',
      evidence: [],
    };
  },
};

import { BACKUP_DOMAIN, backupSettingsOf, DISK_USAGE_DOMAIN, diskUsageOf } from '../phone/values.ts';
import { withLockdown, withPhone } from '../remedies/reach-phone.ts';
import type { Situation, Trouble } from '../remedies/situation.ts';
import { freeBytesOf } from '../vault/destination.ts';
import type { Course } from './course.ts';

/** A clock that differs less breaks nothing. */
const CLOCK_SECONDS = 120;

/** How the phone and the destination are, as far as the trouble may have to do with it. */
export async function lookAtState(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  const { code = '' } = trouble;
  const situation = course.situation(trouble, () => false);
  const looks: Promise<void>[] = [lookAtDestination(course)];
  if (code === 'backup.sync-locked')
    course.found({ kind: 'sync-lock.held', source: 'backup-protocol', facts: { seconds: 10 } });
  if (code.startsWith('phone.') || trouble.kind === 'stuck')
    looks.push(lookAtLock(course, situation, signal));
  if (code.startsWith('phone.')) looks.push(lookAtClock(course, situation, signal));
  if (code.startsWith('backup.')) looks.push(lookAtSettings(course, situation, signal));
  await Promise.allSettled(looks);
  signal.throwIfAborted();
}

async function lookAtDestination(course: Course): Promise<void> {
  const freeBytes = await freeBytesOf(course.plan.destination);
  course.found({ kind: 'destination.space', source: 'destination', facts: { freeBytes } });
}

async function lookAtLock(course: Course, situation: Situation, signal: AbortSignal): Promise<void> {
  const locked = await withLockdown(
    situation,
    (lockdown, limited) => lockdown.value({ key: 'PasswordProtected' }, limited),
    signal,
  );
  if (typeof locked === 'boolean')
    course.found({ kind: 'phone.lock', source: 'lockdown', facts: { locked } });
}

async function lookAtClock(course: Course, situation: Situation, signal: AbortSignal): Promise<void> {
  const told = await withLockdown(
    situation,
    (lockdown, limited) => lockdown.secondsSince1970(limited),
    signal,
  );
  if (told === undefined) return;
  const seconds = Math.round(told - course.means.clock.now().getTime() / 1000);
  if (Math.abs(seconds) > CLOCK_SECONDS)
    course.found({ kind: 'clock.differs', source: 'lockdown', facts: { seconds } });
}

async function lookAtSettings(course: Course, situation: Situation, signal: AbortSignal): Promise<void> {
  await withPhone(
    situation,
    async (phone, limited) => {
      const { willEncrypt, requiresEncryption, cloudBackupEnabled } = backupSettingsOf(
        await phone.domain(BACKUP_DOMAIN, limited),
      );
      course.found({
        kind: 'encryption.state',
        source: 'lockdown',
        facts: { on: willEncrypt, forced: requiresEncryption },
      });
      course.found({ kind: 'icloud.state', source: 'lockdown', facts: { backupOn: cloudBackupEnabled } });
      const { available, capacity } = diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, limited));
      if (available !== undefined && capacity !== undefined)
        course.found({
          kind: 'phone.space',
          source: 'lockdown',
          facts: { availableBytes: available, capacityBytes: capacity },
        });
    },
    signal,
  );
}

import { advice } from '../../app/advice.ts';
import type { ListedPhone } from '../../app/devices.ts';
import { type CloudVerdict, icloudVerdict } from '../../app/icloud.ts';
import { localMux } from '../../app/local-mux.ts';
import { readSettings } from '../../app/settings.ts';
import { cloudAdvice, methodAdvice } from '../../app/words/icloud-advice.ts';
import type { Shelved } from '../backups/shelf.ts';
import type { AppleStatus, IcloudAnswer } from '../contract/icloud.ts';
import type { Desk } from '../desk.ts';

const DAY_MS = 24 * 3_600_000;

/** What the phone itself says, what its newest backup here tells, and what helps. */
export async function icloudAnswer(
  desk: Desk,
  udid: string,
  apple: AppleStatus | null,
  signal: AbortSignal,
): Promise<IcloudAnswer> {
  const seen = await desk.watch.look(signal);
  const phone = seen.phones.find((each) => each.phone.udid === udid)?.phone;
  const last = (await desk.shelf.list()).find(({ backup }) => backup.udid === udid && backup.at);
  const verdict = last && (await verdictOf(desk, last, signal).catch(() => undefined));
  const now = desk.clock.now();
  const settings = phone?.details?.backups;
  const helps = cloudAdvice({
    on: settings?.cloudBackupEnabled,
    daysSinceCloud: daysSince(settings?.lastCloudBackup, now),
    daysSinceLocal: daysSince(last?.backup.at, now),
    cause: verdict?.cause ?? null,
  });
  const ways = phone?.state === 'normal' ? await waysFor(desk, udid, signal) : [];
  return {
    phone: phone ? sayings(phone) : null,
    problem: phone ? phone.problem : seen.problem,
    verdict: verdict && last?.backup.at ? verdictCard(verdict, last.backup.at) : null,
    apple,
    advice: [...helps, ...ways],
  };
}

/** The ways this phone can be backed up, with its own figures, the best first; none where it cannot be asked now. */
async function waysFor(
  { places, clock, givenDestination }: Desk,
  udid: string,
  signal: AbortSignal,
): Promise<IcloudAnswer['advice']> {
  const mux = localMux(clock, places.of(udid).usbmuxd);
  const destination = givenDestination ?? (await readSettings()).destination ?? undefined;
  const advised = await advice({ mux, clock, udid, destination }, signal).catch(() => undefined);
  signal.throwIfAborted();
  return advised ? methodAdvice(advised.methods, advised.best) : [];
}

function sayings(phone: ListedPhone): IcloudAnswer['phone'] {
  const { identity, details, productType } = phone;
  return {
    name: identity?.name ?? '',
    productType,
    iosVersion: identity?.iosVersion ?? null,
    backupOn: details?.backups.cloudBackupEnabled ?? null,
    lastBackup: details?.backups.lastCloudBackup?.toISOString() ?? null,
    // Only the phone's log tells, and only a watch reads it.
    running: null,
  };
}

/** Of an encrypted backup only while it is open. */
async function verdictOf(
  { opened }: Desk,
  { backup }: Shelved,
  signal: AbortSignal,
): Promise<CloudVerdict | undefined> {
  const password = await opened.passwordOf(backup.id);
  if (backup.encrypted && password === undefined) return undefined;
  return await icloudVerdict({ folder: backup.path, ...(password !== undefined && { password }) }, signal);
}

function verdictCard(
  { paragraph, cause, evidence, ...story }: CloudVerdict,
  madeAt: Date,
): NonNullable<IcloudAnswer['verdict']> {
  return { paragraph, story, cause, evidence, at: madeAt.toISOString() };
}

function daysSince(then: Date | undefined, now: Date): number | undefined {
  return then && Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY_MS));
}

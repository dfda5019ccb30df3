import { type Advice, advice } from '../../app/advice.ts';
import type { ListedPhone } from '../../app/devices.ts';
import { type CloudVerdict, icloudVerdict } from '../../app/icloud.ts';
import { localMux } from '../../app/local-mux.ts';
import { readSettings } from '../../app/settings.ts';
import { cloudAdvice, methodAdvice } from '../../app/words/icloud-advice.ts';
import type { Shelved } from '../backups/shelf.ts';
import type { AdviceAnswer, AdviceRequest, AppleStatus, IcloudAnswer } from '../contract/icloud.ts';
import type { Desk } from '../desk.ts';

const DAY_MS = 24 * 3_600_000;

/** What the phone itself says, what its newest backup here tells, and what helps. */
export async function icloudAnswer(
  desk: Desk,
  udid: string,
  apple: AppleStatus | null,
  signal: AbortSignal,
): Promise<IcloudAnswer> {
  const known = await whatIsKnown(desk, udid, signal);
  const { phone, last, verdict } = known;
  return {
    phone: phone ? sayings(phone) : null,
    problem: phone ? phone.problem : known.problem,
    verdict: verdict && last?.backup.at ? verdictCard(verdict, last.backup.at) : null,
    apple,
    advice: await adviceBy(desk, udid, known, {}, signal),
  };
}

/** What helps, with what a person read off the phone. */
export async function icloudAdvice(
  desk: Desk,
  udid: string,
  told: AdviceRequest,
  signal: AbortSignal,
): Promise<AdviceAnswer> {
  return { advice: await adviceBy(desk, udid, await whatIsKnown(desk, udid, signal), told, signal) };
}

interface Known {
  readonly phone: ListedPhone | undefined;
  readonly problem: IcloudAnswer['problem'];
  /** The newest backup of it on this computer. */
  readonly last: Shelved | undefined;
  readonly verdict: CloudVerdict | undefined;
}

async function whatIsKnown(desk: Desk, udid: string, signal: AbortSignal): Promise<Known> {
  const { phones, problem } = await desk.watch.look(signal);
  const last = (await desk.shelf.list()).find(({ backup }) => backup.udid === udid && backup.at);
  return {
    ...{ problem, last },
    phone: phones.find((each) => each.phone.udid === udid)?.phone,
    verdict: last && (await verdictOf(desk, last, signal).catch(() => undefined)),
  };
}

async function adviceBy(
  desk: Desk,
  udid: string,
  { phone, last, verdict }: Known,
  told: AdviceRequest,
  signal: AbortSignal,
): Promise<IcloudAnswer['advice']> {
  const ways = phone?.state === 'normal' ? await waysFor(desk, udid, told, signal) : undefined;
  const settings = phone?.details?.backups;
  const now = desk.clock.now();
  const helps = cloudAdvice({
    on: settings?.cloudBackupEnabled,
    daysSinceCloud: daysSince(settings?.lastCloudBackup, now),
    daysSinceLocal: daysSince(last?.backup.at, now),
    cause: verdict?.cause ?? null,
    lowPower: told.lowPower,
    missingBytes: ways?.methods.find(({ id }) => id === 'icloud')?.missingBytes,
  });
  return [...helps, ...(ways ? methodAdvice(ways.methods, ways.best) : [])];
}

/** The ways this phone can be backed up, with its own figures; undefined where it cannot be asked now. */
async function waysFor(
  { places, clock, givenDestination }: Desk,
  udid: string,
  told: AdviceRequest,
  signal: AbortSignal,
): Promise<Advice | undefined> {
  const mux = localMux(clock, places.of(udid).usbmuxd);
  const destination = givenDestination ?? (await readSettings()).destination ?? undefined;
  const advised = await advice({ mux, clock, udid, destination, ...told }, signal).catch(() => undefined);
  signal.throwIfAborted();
  return advised;
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

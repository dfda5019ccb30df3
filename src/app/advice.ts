import { resolve } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import { isAbort } from '../kit/errors.ts';
import type { Phone } from '../phone/session.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { BACKUP_DOMAIN, backupSettingsOf, DISK_USAGE_DOMAIN, diskUsageOf } from '../phone/values.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { freeBytesOf } from '../vault/destination.ts';
import { maybeBooleanIn } from '../wire/plist/access.ts';
import type { IcloudSpace } from './advice/icloud-space.ts';
import { type AdviceFacts, type AdvisedMethod, bestOf, type MethodId, methodsFor } from './advice/methods.ts';
import { icloudVerdict } from './icloud.ts';
import { openInTime } from './open-in-time.ts';
import { recentBackups } from './runs/recent-backups.ts';
import { adviceInWords, methodInWords, methodWords } from './words/advice-words.ts';

export interface AdviceRequest {
  readonly mux: Usbmux;
  readonly clock: Clock;
  readonly udid?: string | undefined;
  /** The folder that holds backups, or is to. */
  readonly destination?: string | undefined;
  /** As the person read it off the phone. */
  readonly icloudSpace?: IcloudSpace | undefined;
  /** Low Power Mode is on, as the person saw it. */
  readonly lowPower?: boolean | undefined;
  /** As measured in this network, or known. */
  readonly uploadBytesPerSecond?: number | undefined;
}

export interface Advice {
  readonly best: MethodId;
  readonly paragraph: string;
  readonly methods: readonly AdvisedMethod[];
  readonly facts: AdviceFacts;
}

/** Recent runs tell what this cable carries. */
const LOOKED_AT = 20;

/** Which way of backing up fits this phone, computer and network, with their own figures. Changes nothing. */
export async function advice(request: AdviceRequest, signal: AbortSignal): Promise<Advice> {
  const { mux, clock } = request;
  const device = await findPhone(mux, request.udid, signal);
  await using phone = await openInTime({ mux, device, clock }, signal);
  return adviceFrom({
    ...(await factsOf(phone, signal)),
    ...(await factsHere(request, device.udid, signal)),
  });
}

/** The same from what is known. */
export function adviceFrom(facts: AdviceFacts): Advice {
  const methods = methodsFor(facts);
  const best = bestOf(methods);
  const advised = methods.map((method) => ({
    ...method,
    ...methodWords[method.id],
    sentence: methodInWords(method),
  }));
  return { best, paragraph: adviceInWords(best, methods, facts), methods: advised, facts };
}

async function factsOf(phone: Phone, signal: AbortSignal): Promise<AdviceFacts> {
  const {
    capacity = 0,
    dataCapacity = capacity,
    availableToRestore = 0,
  } = diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, signal));
  const settings = backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal));
  const wireless = await phone.domain('com.apple.mobile.wireless_lockdown', signal);
  return {
    usedBytes: Math.max(0, dataCapacity - availableToRestore),
    encrypted: settings.willEncrypt,
    icloudOn: settings.cloudBackupEnabled,
    wifiOn: maybeBooleanIn(wireless, 'EnableWifiConnections') ?? false,
  };
}

async function factsHere(
  { destination, icloudSpace, lowPower, uploadBytesPerSecond }: AdviceRequest,
  udid: string,
  signal: AbortSignal,
): Promise<Partial<AdviceFacts>> {
  const lastLocal = await lastLocalOf(udid);
  const folder = destination === undefined ? undefined : resolve(destination);
  const freeBytes = folder === undefined ? undefined : await freeBytesOf(folder).catch(() => undefined);
  const icloudBytes = folder === undefined ? undefined : await icloudBytesIn(folder, udid, signal);
  return {
    ...(lastLocal && { lastLocal }),
    ...(freeBytes !== undefined && { freeBytes }),
    ...(icloudBytes !== undefined && { icloudBytes }),
    ...(icloudSpace && { icloudSpace }),
    ...(lowPower !== undefined && { lowPower }),
    ...(uploadBytesPerSecond !== undefined && { uploadBytesPerSecond }),
  };
}

/** What the last good run of this phone held, and how fast it was mostly sent. */
async function lastLocalOf(udid: string): Promise<AdviceFacts['lastLocal']> {
  for await (const { events, backup } of recentBackups(udid, LOOKED_AT)) {
    const rates = events.flatMap((event) =>
      event.type === 'progress' && event.bytesPerSecond > 0 ? [event.bytesPerSecond] : [],
    );
    const sorted = rates.sort((one, other) => one - other);
    const middle = sorted[Math.floor(sorted.length / 2)];
    const { bytes, encrypted } = backup;
    if (middle !== undefined) return { bytes, encrypted, bytesPerSecond: middle };
  }
  return undefined;
}

/** What an earlier backup there says the next one to iCloud would hold; encrypted ones do not say it unasked. */
async function icloudBytesIn(folder: string, udid: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    return (await icloudVerdict({ folder, udid }, signal))?.nextBytes;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return undefined;
  }
}

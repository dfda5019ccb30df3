import { type BootModePhone, bootModePhones } from '../host/linux/usb.ts';
import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { isPhoneError, PhoneError } from '../phone/errors.ts';
import { eachPhone, sameUdid } from '../phone/find.ts';
import { Lockdown } from '../phone/lockdown.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import { openPhone, type PhoneLink } from '../phone/session.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import * as values from '../phone/values.ts';
import { asDict } from '../wire/plist/access.ts';
import type { Words } from './words/phrases.ts';
import { wordsOf } from './words.ts';

/** A list is not worth a long wait: one phone that is frozen must not keep the others back. */
const ANSWER_LIMIT_MS = 8_000;

/** From the state in which a phone can be backed up to those in which it runs no iOS. */
export type PhoneState = 'normal' | 'locked' | 'untrusted' | 'unreachable' | 'restore' | 'recovery' | 'dfu';

/** A phone as `thaw devices` tells it; null is what could not be learned. */
export interface ListedPhone {
  readonly udid: string | null;
  readonly state: PhoneState;
  /** What stands in the way, in words, when the state is not `normal`. */
  readonly problem: Problem | null;
  readonly connection: MuxDevice['connection'];
  readonly trusted: boolean | null;
  readonly identity: PhoneIdentity | null;
  /** Only of phones that trust this computer. */
  readonly details: PhoneDetails | null;
}

export interface Problem extends Words {
  readonly code: string;
}

export type PhoneIdentity = Pick<values.DeviceInfo, 'name' | 'model' | 'productType' | 'iosVersion'>;

export interface PhoneDetails {
  /** The phone showed the key it was paired with. */
  readonly provedItself: boolean;
  readonly battery: values.Battery;
  readonly storage: values.DiskUsage;
  readonly backups: values.BackupSettings;
}

export interface ListRequest {
  readonly mux: Usbmux;
  readonly clock: Clock;
  /** Only this one. */
  readonly udid?: string | undefined;
  /** Where to look for phones that run no iOS. */
  readonly onTheCable?: () => Promise<readonly BootModePhone[]>;
}

/**
 * Every phone at this computer, in whatever state, or the one with that UDID. One that does not answer is in the list
 * with the reason. Rejects with `phone.none` or `phone.absent` when the list would be empty, and with `mux.absent` and
 * its like when usbmuxd cannot be asked and no phone in recovery or DFU explains why.
 */
export async function listPhones(request: ListRequest, signal: AbortSignal): Promise<ListedPhone[]> {
  const { mux, clock, udid, onTheCable = bootModePhones } = request;
  const withoutIos = (await onTheCable()).map(describeBootMode);
  const devices = await mux.devices(signal).catch((error) => {
    if (isPhoneError(error, 'mux.absent') && withoutIos.length > 0) return [];
    throw error;
  });
  const isWanted = (phone: { readonly udid: string | null }): boolean =>
    udid === undefined || (phone.udid !== null && sameUdid(phone.udid, udid));
  const running = eachPhone(devices).filter(isWanted);
  const phones = await Promise.all(running.map((device) => describe({ mux, device, clock }, signal)));
  const all = [...phones, ...withoutIos.filter(isWanted)];
  if (all.length > 0) return all;
  if (udid === undefined) throw new PhoneError('phone.none', 'no phone is attached');
  throw new PhoneError('phone.absent', `no phone ${udid} is attached`, { facts: { udid } });
}

function describeBootMode({ mode, udid }: BootModePhone): ListedPhone {
  return {
    udid: udid ?? null,
    state: mode,
    problem: problemOf(new PhoneError(`phone.${mode}`, `the phone is in ${mode} mode`)),
    connection: 'usb',
    trusted: null,
    identity: null,
    details: null,
  };
}

async function describe(link: PhoneLink, signal: AbortSignal): Promise<ListedPhone> {
  const { udid, connection } = link.device;
  const limitMs = ANSWER_LIMIT_MS;
  const silent = () => new PhoneError('phone.silent', 'the phone does not answer', { facts: { limitMs } });
  const within = <T>(work: (limited: AbortSignal) => Promise<T>) =>
    withTimeLimit(link.clock, limitMs, silent, work, signal);
  try {
    return await within((limited) => describeTrusted(link, limited));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ThawError)) throw error;
    const state = stateOf(error);
    const talks = state === 'untrusted' || state === 'locked';
    const identity = talks ? await within((limited) => introduction(link, limited)).catch(() => null) : null;
    signal.throwIfAborted();
    const trusted = state === 'untrusted' ? false : null;
    return { udid, state, problem: problemOf(error), connection, trusted, identity, details: null };
  }
}

async function describeTrusted(link: PhoneLink, signal: AbortSignal): Promise<ListedPhone> {
  await using phone = await openPhone(link, signal);
  const locked = phone.info.locked === true;
  return {
    udid: link.device.udid,
    state: locked ? 'locked' : 'normal',
    problem: locked ? problemOf(new PhoneError('phone.locked', 'the phone is locked')) : null,
    connection: link.device.connection,
    trusted: true,
    identity: identityOf(phone.info),
    details: {
      provedItself: phone.provedItself,
      battery: values.batteryOf(await phone.domain(values.BATTERY_DOMAIN, signal)),
      storage: values.diskUsageOf(await phone.domain(values.DISK_USAGE_DOMAIN, signal)),
      backups: values.backupSettingsOf(await phone.domain(values.BACKUP_DOMAIN, signal)),
    },
  };
}

/** What a phone tells anybody. */
async function introduction(link: PhoneLink, signal: AbortSignal): Promise<PhoneIdentity> {
  await using lockdown = await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal);
  return identityOf(values.deviceInfoOf(asDict(await lockdown.value({}, signal))));
}

/** Not the serial number, nor the numbers of the SIM: a list of phones is a thing that gets shown around. */
function identityOf({ name, model, productType, iosVersion }: values.DeviceInfo): PhoneIdentity {
  return { name, model, productType, iosVersion };
}

function problemOf(error: ThawError): Problem {
  return { code: error.code, ...wordsOf(error) };
}

function stateOf(error: ThawError): PhoneState {
  if (isPhoneError(error, 'phone.not-trusted')) return 'untrusted';
  if (isPhoneError(error, 'phone.locked', 'phone.before-first-unlock')) return 'locked';
  return isPhoneError(error, 'phone.restoring') ? 'restore' : 'unreachable';
}

import { isThawError, type ThawError } from '../kit/errors.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { isPhoneError, PhoneError } from '../phone/errors.ts';
import { Lockdown } from '../phone/lockdown.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import { isUpdating } from '../phone/services/update-activity.ts';
import { openPhone, type Phone, type PhoneLink } from '../phone/session.ts';
import * as values from '../phone/values.ts';
import { asDict } from '../wire/plist/access.ts';
import { type Conduct, conducts, type PhoneState } from './phone-state.ts';
import type { Words } from './words/phrases.ts';
import { wordsOf } from './words.ts';

/** A list is not worth a long wait: one phone that is frozen must not keep the others back. */
const ANSWER_LIMIT_MS = 8_000;
/** An updater at work writes several lines a second. */
const LISTEN_MS = 700;

/** A phone as `thaw devices` tells it; null is what could not be learned. */
export interface ListedPhone {
  readonly udid: string | null;
  readonly state: PhoneState;
  /** How long the state lasts, and whether touching the phone is dangerous now. */
  readonly conduct: Conduct;
  /** What stands in the way, in words, when the state is not `normal`. */
  readonly problem: Problem | null;
  readonly connection: MuxDevice['connection'];
  readonly trusted: boolean | null;
  /** `iPhone17,3` and `iPhone 16`, also of a phone that runs no iOS. */
  readonly productType: string | null;
  readonly model: string | null;
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

/** Of a phone nobody can ask anything. */
export function unasked(
  state: PhoneState,
  error: PhoneError,
  known: Partial<Pick<ListedPhone, 'udid' | 'productType' | 'model'>> = {},
): ListedPhone {
  return {
    udid: null,
    productType: null,
    model: null,
    ...known,
    state,
    conduct: conducts[state],
    problem: problemOf(error),
    connection: 'usb',
    trusted: null,
    identity: null,
    details: null,
  };
}

/** A phone that usbmuxd shows, as far as it answers in a few seconds. Never rejects but for an abort. */
export async function describePhone(link: PhoneLink, signal: AbortSignal): Promise<ListedPhone> {
  const limitMs = ANSWER_LIMIT_MS;
  const silent = () => new PhoneError('phone.silent', 'the phone does not answer', { facts: { limitMs } });
  const within = <T>(work: (limited: AbortSignal) => Promise<T>) =>
    withTimeLimit(link.clock, limitMs, silent, work, signal);
  try {
    return await within((limited) => describeTrusted(link, limited));
  } catch (error) {
    signal.throwIfAborted();
    if (!isThawError(error)) throw error;
    const state = stateOf(error);
    const talks = state === 'untrusted' || state === 'locked' || state === 'before-first-unlock';
    const identity = talks ? await within((limited) => introduction(link, limited)).catch(() => null) : null;
    signal.throwIfAborted();
    return {
      ...of(link, state, identity),
      problem: problemOf(error),
      trusted: state === 'untrusted' ? false : null,
      details: null,
    };
  }
}

async function describeTrusted(link: PhoneLink, signal: AbortSignal): Promise<ListedPhone> {
  await using phone = await openPhone(link, signal);
  const [problem, battery, storage, backups] = await Promise.all([
    problemWith(phone, link, signal),
    phone.domain(values.BATTERY_DOMAIN, signal),
    phone.domain(values.DISK_USAGE_DOMAIN, signal),
    phone.domain(values.BACKUP_DOMAIN, signal),
  ]);
  return {
    ...of(link, problem ? stateOf(problem) : 'normal', identityOf(phone.info)),
    problem: problem ? problemOf(problem) : null,
    trusted: true,
    details: {
      provedItself: phone.provedItself,
      battery: values.batteryOf(battery),
      storage: values.diskUsageOf(storage),
      backups: values.backupSettingsOf(backups),
    },
  };
}

/** What stands in the way of a phone that answers. */
async function problemWith(
  phone: Phone,
  { clock }: PhoneLink,
  signal: AbortSignal,
): Promise<PhoneError | undefined> {
  const [updating, setUp] = await Promise.all([
    isUpdating(phone, LISTEN_MS, clock, signal),
    values.setupIsDone(phone, signal),
  ]);
  if (updating) return new PhoneError('phone.updating', 'the phone prepares an update');
  if (setUp === false || values.isUnactivated(phone.values))
    return new PhoneError('phone.setup', 'the set-up is not finished');
  if (phone.info.locked === true) return new PhoneError('phone.locked', 'the phone is locked');
  return undefined;
}

/** What a phone tells anybody. */
async function introduction(link: PhoneLink, signal: AbortSignal): Promise<PhoneIdentity> {
  await using lockdown = await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal);
  return identityOf(values.deviceInfoOf(asDict(await lockdown.value({}, signal))));
}

function of(link: PhoneLink, state: PhoneState, identity: PhoneIdentity | null) {
  const { udid, connection } = link.device;
  const { productType = null, model = null } = identity ?? {};
  return { udid, connection, state, conduct: conducts[state], identity, productType, model };
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
  if (isPhoneError(error, 'phone.locked')) return 'locked';
  if (isPhoneError(error, 'phone.before-first-unlock')) return 'before-first-unlock';
  if (isPhoneError(error, 'phone.setup')) return 'setup';
  if (isPhoneError(error, 'phone.updating')) return 'updating';
  if (isPhoneError(error, 'phone.not-listening')) return 'starting';
  if (isPhoneError(error, 'phone.silent')) return 'silent';
  return isPhoneError(error, 'phone.restoring') ? 'restore' : 'unreachable';
}

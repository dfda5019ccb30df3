import type { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import { abortable } from '../kit/signals.ts';
import type { PairRecord } from '../wire/pair-record.ts';
import { asDict } from '../wire/plist/access.ts';
import type { PlistDict, PlistValue } from '../wire/plist/value.ts';
import { isPhoneError, PhoneError } from './errors.ts';
import { Lockdown, type ValueName } from './lockdown.ts';
import type { MuxDevice } from './mux-device.ts';
import { PlistConnection } from './plist-connection.ts';
import { answerHeartbeat, HEARTBEAT_SERVICE } from './services/heartbeat.ts';
import { secure } from './tls.ts';
import type { Usbmux } from './usbmux.ts';
import { type DeviceInfo, deviceInfoOf } from './values.ts';

/** One attachment of a phone and the way to it. */
export interface PhoneLink {
  readonly mux: Usbmux;
  readonly device: MuxDevice;
  readonly clock: Clock;
  /** Told when a phone on Wi-Fi says that it goes to sleep; every connection is then about to end. */
  readonly onSleep?: () => void;
}

const RESTORED = 'com.apple.mobile.restored';

/** A phone that hears none for ten seconds ends the services. */
const HEARTBEAT_AGAIN_MS = 1_000;

/** Services that go on while the phone is locked, given the escrow bag of the pairing. */
const ESCROWED: ReadonlySet<string> = new Set(['com.apple.mobilebackup2']);

/**
 * Opens a phone that trusts this computer. Rejects with `phone.not-trusted` when it does not, `phone.locked` or
 * `phone.before-first-unlock` when it cannot be asked now, `phone.restoring` when it is being restored.
 */
export async function openPhone(link: PhoneLink, signal: AbortSignal): Promise<Phone> {
  const record = await link.mux.readPairRecord(link.device.udid, signal);
  if (!record) {
    throw new PhoneError('phone.not-trusted', 'this computer was never paired with the phone', {
      facts: { udid: link.device.udid },
    });
  }
  await using stack = new AsyncDisposableStack();
  const lockdown = stack.use(await openSession(link, record, signal));
  const values = asDict(await lockdown.value({}, signal), 'lockdown values');
  const phone = new Phone(link, record, lockdown, values);
  if (link.device.connection === 'network') await phone.startHeartbeat(signal);
  stack.move();
  return phone;
}

/**
 * A phone that trusts this computer. It keeps one lockdown session for everything that is asked, and opens
 * another when the phone has ended it, as it does with sessions that are idle.
 */
export class Phone implements AsyncDisposable {
  readonly device: MuxDevice;
  readonly clock: Clock;
  readonly info: DeviceInfo;
  /** lockdownd's whole default domain as it was at the start. */
  readonly values: PlistDict;
  /** The phone showed the key it was paired with. */
  readonly provedItself: boolean;
  readonly #link: PhoneLink;
  readonly #record: PairRecord;
  readonly #life = new AbortController();
  #session: Promise<Lockdown> | undefined;
  #heartbeat: Promise<void> | undefined;

  constructor(link: PhoneLink, record: PairRecord, lockdown: Lockdown, values: PlistDict) {
    this.device = link.device;
    this.clock = link.clock;
    this.info = deviceInfoOf(values);
    this.values = values;
    this.provedItself = lockdown.provedItself;
    this.#link = link;
    this.#record = record;
    this.#session = Promise.resolve(lockdown);
  }

  /** The phone's Wi-Fi address when it was paired, by which programs look for it in the network. */
  get wifiAddressAtPairing(): string | undefined {
    return this.#record.wifiMacAddress;
  }

  /** All values of a domain; empty when the phone has none. */
  async domain(name: string, signal: AbortSignal): Promise<PlistDict> {
    const value = await this.#ask((lockdown) => lockdown.value({ domain: name }, signal), signal);
    return value === undefined ? new Map() : asDict(value, name);
  }

  /** One value as it is now; undefined when the phone has none. */
  value(name: ValueName, signal: AbortSignal): Promise<PlistValue | undefined> {
    return this.#ask((lockdown) => lockdown.value(name, signal), signal);
  }

  /** Changes a setting. Rejects with `phone.value-prohibited` for what only the phone itself may change. */
  setValue(name: Required<ValueName>, value: boolean, signal: AbortSignal): Promise<void> {
    return this.#ask((lockdown) => lockdown.setValue(name, value, signal), signal);
  }

  /** Starts a service and connects to it. Rejects with `phone.service-refused` and its like. */
  async startService(name: string, signal: AbortSignal): Promise<Channel> {
    const escrowBag = ESCROWED.has(name) ? this.#record.escrowBag : undefined;
    const { port, ssl } = await this.#ask(
      (lockdown) => lockdown.startService(name, escrowBag, signal),
      signal,
    );
    const channel = await this.#link.mux.connect(this.device.deviceId, port, signal);
    if (!ssl) return channel;
    return (await secure(channel, this.#record, this.clock, signal)).channel;
  }

  /** The same for a service that talks in dictionaries. */
  async startPlistService(name: string, signal: AbortSignal): Promise<PlistConnection> {
    return new PlistConnection(await this.startService(name, signal), this.clock);
  }

  /** Over Wi-Fi the phone ends every service of a computer that does not answer its heartbeat. */
  async startHeartbeat(signal: AbortSignal): Promise<void> {
    const first = await this.startPlistService(HEARTBEAT_SERVICE, signal);
    // When it can be kept no longer, the services that are in use fail and say so.
    this.#heartbeat = this.#keepHeartbeat(first).catch(() => undefined);
  }

  /** A beat that came too late over a bad Wi-Fi ends the heartbeat, and a new one still saves the services. */
  async #keepHeartbeat(first: PlistConnection): Promise<void> {
    const { signal } = this.#life;
    for (let next = first; ; next = await this.startPlistService(HEARTBEAT_SERVICE, signal)) {
      await using connection = next;
      const ended = await answerHeartbeat(connection, signal).catch(() => 'broken');
      if (ended === 'asleep') this.#link.onSleep?.();
      if (ended !== 'broken' || signal.aborted) return;
      await this.clock.sleep(HEARTBEAT_AGAIN_MS, signal);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#life.abort(new PhoneError('phone.session-lost', 'the phone was let go'));
    await this.#heartbeat;
    await closeSession(this.#session);
  }

  /** Asks in the session; when that turns out to be over, once more in a new one. */
  async #ask<T>(question: (lockdown: Lockdown) => Promise<T>, signal: AbortSignal): Promise<T> {
    const session = this.#inSession();
    try {
      return await question(await abortable(session, signal));
    } catch (error) {
      if (!isPhoneError(error, 'phone.session-lost', 'phone.gone')) throw error;
      this.#forget(session);
      await closeSession(session);
      return await question(await abortable(this.#inSession(), signal));
    }
  }

  #inSession(): Promise<Lockdown> {
    if (this.#session) return this.#session;
    const session = openSession(this.#link, this.#record, this.#life.signal);
    session.catch(() => this.#forget(session));
    this.#session = session;
    return session;
  }

  #forget(session: Promise<Lockdown>): void {
    if (this.#session === session) this.#session = undefined;
  }
}

async function closeSession(session: Promise<Lockdown> | undefined): Promise<void> {
  const lockdown = await session?.catch(() => undefined);
  await lockdown?.[Symbol.asyncDispose]();
}

/** A lockdown connection in a session. */
async function openSession(link: PhoneLink, record: PairRecord, signal: AbortSignal): Promise<Lockdown> {
  await using stack = new AsyncDisposableStack();
  const lockdown = stack.use(await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal));
  if ((await lockdown.queryType(signal)) === RESTORED) {
    throw new PhoneError('phone.restoring', 'the phone is being restored', {
      facts: { udid: link.device.udid },
    });
  }
  await lockdown.startSession(record, signal);
  stack.move();
  return lockdown;
}

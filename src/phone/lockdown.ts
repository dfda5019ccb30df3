import type { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import type { PairRecord } from '../wire/pair-record.ts';
import { integerIn, maybeBooleanIn, maybeStringIn, numberOf } from '../wire/plist/access.ts';
import type { PlistDict, PlistLiteral, PlistValue } from '../wire/plist/value.ts';
import { LOCKDOWN_PORT } from '../wire/usbmux.ts';
import { PhoneError } from './errors.ts';
import { lockdownError } from './lockdown-errors.ts';
import { PlistConnection } from './plist-connection.ts';
import { secure } from './tls.ts';
import type { Usbmux } from './usbmux.ts';

/** A value of lockdownd; without a key the whole domain, without a domain the default one. */
export interface ValueName {
  readonly domain?: string;
  readonly key?: string;
}

/** Where a started service waits for its connection. */
export interface StartedService {
  readonly port: number;
  readonly ssl: boolean;
}

interface Parameters extends PlistLiteral {
  readonly Service?: string;
  readonly Key?: string | undefined;
}

/** One conversation with lockdownd, the phone's doorkeeper. Its refusals become PhoneErrors (lockdown-errors.ts). */
export class Lockdown implements AsyncDisposable {
  #channel: Channel;
  #connection: PlistConnection;
  readonly #clock: Clock;
  #provedItself = false;

  private constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#connection = new PlistConnection(channel, clock);
    this.#clock = clock;
  }

  static async open(mux: Usbmux, deviceId: number, clock: Clock, signal: AbortSignal): Promise<Lockdown> {
    return new Lockdown(await mux.connect(deviceId, LOCKDOWN_PORT, signal), clock);
  }

  /** In a secured session whose other end holds the paired phone's key. */
  get provedItself(): boolean {
    return this.#provedItself;
  }

  /** `com.apple.mobile.lockdown`; `com.apple.mobile.restored` while the phone is being restored. */
  async queryType(signal: AbortSignal): Promise<string> {
    return maybeStringIn(await this.ask('QueryType', {}, signal), 'Type') ?? '';
  }

  /** The value; undefined when the phone has none. */
  async value(name: ValueName, signal: AbortSignal): Promise<PlistValue | undefined> {
    const parameters = { Domain: name.domain, Key: name.key };
    const answer = await this.#exchange('GetValue', parameters, signal);
    if (maybeStringIn(answer, 'Error') === 'MissingValue') return undefined;
    return granted(answer, 'GetValue', parameters).get('Value');
  }

  /** The date as the phone has it; undefined when it does not tell. */
  async secondsSince1970(signal: AbortSignal): Promise<number | undefined> {
    const told = await this.value({ key: 'TimeIntervalSince1970' }, signal);
    return told === undefined ? undefined : numberOf(told);
  }

  /** Changes a value. Rejects with `phone.value-prohibited` for what only the phone itself may change. */
  async setValue(name: Required<ValueName>, value: boolean, signal: AbortSignal): Promise<void> {
    await this.ask('SetValue', { Domain: name.domain, Key: name.key, Value: value }, signal);
  }

  /** Says who we are and secures this connection. Rejects with `phone.not-trusted` when the phone forgot us. */
  async startSession(record: PairRecord, signal: AbortSignal): Promise<void> {
    const identity = { HostID: record.hostId, SystemBUID: record.systemBuid };
    const answer = await this.ask('StartSession', identity, signal);
    if (!maybeBooleanIn(answer, 'EnableSessionSSL')) return;
    const secured = await secure(this.#channel, record, this.#clock, signal);
    this.#channel = secured.channel;
    this.#connection = new PlistConnection(secured.channel, this.#clock);
    this.#provedItself = secured.provedItself;
    if (!secured.provedItself) await this.#assertOpen(signal);
  }

  /**
   * Software that sits in between has not this computer's key: it shows a certificate of its own, and the phone then
   * ends the connection, which in TLS 1.3 is after the handshake. Rejects with `phone.tls`.
   */
  async #assertOpen(signal: AbortSignal): Promise<void> {
    try {
      await this.queryType(signal);
    } catch (cause) {
      signal.throwIfAborted();
      throw new PhoneError('phone.tls', 'a foreign certificate was shown, and the connection ended', {
        cause,
        facts: { certificate: 'other' },
      });
    }
  }

  /** Asks for a service. With the escrow bag of the pairing it may also work while the phone is locked. */
  async startService(
    name: string,
    escrowBag: Uint8Array | undefined,
    signal: AbortSignal,
  ): Promise<StartedService> {
    const answer = await this.ask('StartService', { Service: name, EscrowBag: escrowBag }, signal);
    return { port: integerIn(answer, 'Port'), ssl: maybeBooleanIn(answer, 'EnableServiceSSL') ?? false };
  }

  /** Any request; rejects with the PhoneError of the answer's `Error`. */
  async ask(request: string, parameters: Parameters, signal: AbortSignal): Promise<PlistDict> {
    return granted(await this.#exchange(request, parameters, signal), request, parameters);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection[Symbol.asyncDispose]();
  }
  #exchange(request: string, parameters: Parameters, signal: AbortSignal): Promise<PlistDict> {
    return this.#connection.ask({ Label: 'thaw', Request: request, ...parameters }, signal);
  }
}

function granted(answer: PlistDict, request: string, { Service, Key }: Parameters): PlistDict {
  const error = maybeStringIn(answer, 'Error');
  if (error !== undefined) throw lockdownError(error, { request, service: Service, key: Key });
  return answer;
}

import { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { decodePairRecord, encodePairRecord, type PairRecord } from '../wire/pair-record.ts';
import { arrayIn, dataIn, maybeIntegerIn, stringIn } from '../wire/plist/access.ts';
import type { PlistDict, PlistLiteral } from '../wire/plist/value.ts';
import { encodePacket, MuxResult, readPacket, swapPort } from '../wire/usbmux.ts';
import { isBrokenStream, PhoneError } from './errors.ts';
import type { MuxAddress } from './mux-address.ts';
import { type MuxDevice, type MuxEvent, muxDeviceOf, muxEventOf } from './mux-device.ts';
import { openMuxSocket } from './mux-socket.ts';
import type { Udid } from './udid.ts';

/** libusbmuxd gives a reply 5 s; a Connect also waits for the phone itself. */
const REPLY_LIMIT_MS = 5_000;
const CONNECT_LIMIT_MS = 15_000;

interface MuxRequest extends PlistLiteral {
  readonly MessageType: string;
}

const IDENTITY = { ClientVersionString: 'thaw', ProgName: 'thaw', kLibUSBMuxVersion: 3 } as const;

/**
 * The client side of usbmuxd. Like libusbmuxd it takes a new connection for every request, so nothing can get
 * out of step. All methods reject with `mux.absent`, `mux.permission`, `mux.gone` or `mux.silent`.
 */
export class Usbmux {
  readonly #address: MuxAddress;
  readonly #clock: Clock;

  constructor(address: MuxAddress, clock: Clock) {
    this.#address = address;
    this.#clock = clock;
  }

  /** The phones that are attached now, on the cable and over the network. */
  async devices(signal: AbortSignal): Promise<MuxDevice[]> {
    const reply = await this.#ask({ MessageType: 'ListDevices' }, signal);
    return arrayIn(reply, 'DeviceList')
      .map(muxDeviceOf)
      .filter((device) => device !== undefined);
  }

  /**
   * First every phone that is there, then each one that comes, goes or is paired. Ends only by its signal, by the
   * consumer leaving, or with `mux.gone`; going on after that is the consumer's business.
   */
  async *listen(signal: AbortSignal): AsyncGenerator<MuxEvent, void, undefined> {
    const listening = await this.#begin({ MessageType: 'Listen' }, REPLY_LIMIT_MS, signal);
    await using channel = listening.channel;
    for (;;) {
      const { body } = await readPacket(channel.reader, signal).catch(hungUp);
      const event = muxEventOf(body);
      if (event) yield event;
    }
  }

  /**
   * A stream to a port of the phone. Rejects with `phone.gone` when the phone is no longer there and with
   * `phone.not-listening` when nothing listens on that port.
   */
  async connect(deviceId: number, port: number, signal: AbortSignal): Promise<Channel> {
    const request = { MessageType: 'Connect', DeviceID: deviceId, PortNumber: swapPort(port) };
    const { channel } = await this.#begin(request, CONNECT_LIMIT_MS, signal);
    return channel;
  }

  /** This computer's identity as phones know it (SystemBUID). */
  async buid(signal: AbortSignal): Promise<string> {
    return stringIn(await this.#ask({ MessageType: 'ReadBUID' }, signal), 'BUID');
  }

  /** What this computer keeps of its pairing with the phone; undefined when it was never paired. */
  async readPairRecord(udid: Udid, signal: AbortSignal): Promise<PairRecord | undefined> {
    const request = { MessageType: 'ReadPairRecord', PairRecordID: udid };
    const reply = await this.#ask(request, signal, [MuxResult.badDevice]);
    return reply.has('PairRecordData') ? decodePairRecord(dataIn(reply, 'PairRecordData')) : undefined;
  }

  async savePairRecord(device: MuxDevice, record: PairRecord, signal: AbortSignal): Promise<void> {
    const request = {
      MessageType: 'SavePairRecord',
      PairRecordID: device.udid,
      PairRecordData: encodePairRecord(record),
      DeviceID: device.deviceId,
    };
    await this.#ask(request, signal);
  }

  /** Forgets a pairing on this computer's side; no failure when there was none. */
  async deletePairRecord(udid: Udid, signal: AbortSignal): Promise<void> {
    const request = { MessageType: 'DeletePairRecord', PairRecordID: udid };
    await this.#ask(request, signal, [MuxResult.badDevice]);
  }

  async #ask(request: MuxRequest, signal: AbortSignal, fine: readonly number[] = []): Promise<PlistDict> {
    const { channel, reply } = await this.#begin(request, REPLY_LIMIT_MS, signal, fine);
    await channel[Symbol.asyncDispose]();
    return reply;
  }

  /** Sends a request on a new connection and reads the reply; results in `fine` count as no failure. */
  #begin(
    request: MuxRequest,
    limitMs: number,
    signal: AbortSignal,
    fine: readonly number[] = [],
  ): Promise<{ channel: Channel; reply: PlistDict }> {
    const exchange = async (limited: AbortSignal) => {
      await using stack = new AsyncDisposableStack();
      const channel = stack.use(new Channel(await openMuxSocket(this.#address, limited)));
      await channel.write(encodePacket({ tag: 1, body: { ...IDENTITY, ...request } })).catch(hungUp);
      const { body: reply } = await readPacket(channel.reader, limited).catch(hungUp);
      const result = maybeIntegerIn(reply, 'Number') ?? MuxResult.ok;
      if (result !== MuxResult.ok && !fine.includes(result)) throw refusal(request, result);
      stack.move();
      return { channel, reply };
    };
    const silent = () =>
      new PhoneError('mux.silent', 'usbmuxd does not answer', {
        facts: { request: request.MessageType, limitMs },
      });
    return withTimeLimit(this.#clock, limitMs, silent, exchange, signal);
  }
}

function refusal(request: MuxRequest, result: number): PhoneError {
  const facts = { request: request.MessageType, number: result };
  if (request.MessageType === 'Connect' && result === MuxResult.badDevice) {
    return new PhoneError('phone.gone', 'the phone is no longer attached', { facts });
  }
  if (request.MessageType === 'Connect' && result === MuxResult.connectionRefused) {
    return new PhoneError('phone.not-listening', 'nothing on the phone listens on that port', { facts });
  }
  return new PhoneError('mux.refused', `usbmuxd answered ${result}`, { facts });
}

function hungUp(error: unknown): never {
  if (!isBrokenStream(error)) throw error;
  throw new PhoneError('mux.gone', 'usbmuxd hung up', { cause: error });
}

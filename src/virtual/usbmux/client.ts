import type { Channel } from '../../kit/channel.ts';
import { dataIn, integerIn, maybeIntegerIn, maybeStringIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { encodePacket, MuxResult, readPacket, swapPort } from '../../wire/usbmux.ts';
import { connectToPhone } from '../connect.ts';
import { attachedMessage } from './attached-message.ts';
import type { MuxEvent, VirtualUsbmuxd } from './usbmuxd.ts';

/** Result numbers of failures that are not usbmuxd's own: errno. */
const EINVAL = 22;

/** What a request came to: an answer, a Result number, or the socket having become something else. */
type Outcome = { readonly answer: PlistInput } | { readonly result: number } | 'taken';

/** Talks with one program until it leaves or its socket becomes a connection to a phone. */
export async function serveClient(mux: VirtualUsbmuxd, channel: Channel, signal: AbortSignal): Promise<void> {
  try {
    while (await serveRequest(mux, channel, signal));
  } catch {
    // A program that vanishes or talks nonsense ends its own socket and nothing else.
    channel.destroy();
  }
}

/** False when this socket no longer carries requests. */
async function serveRequest(mux: VirtualUsbmuxd, channel: Channel, signal: AbortSignal): Promise<boolean> {
  const { version, tag, body } = await readPacket(channel.reader, signal);
  if (version !== 1) {
    await channel.write(binaryResult(tag, MuxResult.badVersion));
    return true;
  }
  const reply = (answer: PlistInput): Promise<void> => channel.write(encodePacket({ tag, body: answer }));
  const outcome = await handle(mux, channel, body, reply);
  if (outcome === 'taken') return false;
  await reply('answer' in outcome ? outcome.answer : result(outcome.result));
  return true;
}

async function handle(
  mux: VirtualUsbmuxd,
  channel: Channel,
  request: PlistDict,
  reply: (answer: PlistInput) => Promise<void>,
): Promise<Outcome> {
  switch (maybeStringIn(request, 'MessageType')) {
    case 'ListDevices':
      return {
        answer: { DeviceList: [...mux.devices].map(([id, attachment]) => attachedMessage(id, attachment)) },
      };
    case 'Listen':
      await listen(mux, channel, reply);
      return 'taken';
    case 'ListListeners':
      return { answer: { ListenerList: [] } };
    case 'Connect':
      return connect(mux, channel, request, reply);
    case 'ReadBUID':
      return { answer: { BUID: mux.buid } };
    case 'ReadPairRecord': {
      const record = await mux.pairRecords.read(stringIn(request, 'PairRecordID'));
      return record ? { answer: { PairRecordData: record } } : { result: MuxResult.badDevice };
    }
    case 'SavePairRecord':
      return savePairRecord(mux, request);
    case 'DeletePairRecord':
      return {
        result: mux.pairRecords.delete(stringIn(request, 'PairRecordID'))
          ? MuxResult.ok
          : MuxResult.badDevice,
      };
    default:
      return { result: MuxResult.badCommand };
  }
}

/** From here on the socket carries events only; what the client still says is not listened to. */
async function listen(
  mux: VirtualUsbmuxd,
  channel: Channel,
  reply: (answer: PlistInput) => Promise<void>,
): Promise<void> {
  await reply(result(MuxResult.ok));
  const send = (event: MuxEvent): void => {
    channel.write(encodePacket({ tag: 0, body: eventMessage(event) })).catch(() => channel.destroy());
  };
  using _subscription = mux.events.subscribe(send);
  for (const [deviceId, attachment] of mux.devices) send({ kind: 'attached', deviceId, ...attachment });
  await channel.closed;
}

async function connect(
  mux: VirtualUsbmuxd,
  channel: Channel,
  request: PlistDict,
  reply: (answer: PlistInput) => Promise<void>,
): Promise<Outcome> {
  const attachment = mux.devices.get(integerIn(request, 'DeviceID'));
  if (!attachment) return { result: MuxResult.badDevice };
  const { phone, way } = attachment;
  const start = connectToPhone(phone, way, swapPort(integerIn(request, 'PortNumber')));
  if (!start) return { result: MuxResult.connectionRefused };
  await reply(result(MuxResult.ok));
  start(channel.release());
  return 'taken';
}

function savePairRecord(mux: VirtualUsbmuxd, request: PlistDict): Outcome {
  const udid = maybeStringIn(request, 'PairRecordID');
  if (!udid) return { result: EINVAL };
  mux.pairRecords.save(udid, Buffer.from(dataIn(request, 'PairRecordData')));
  const deviceId = maybeIntegerIn(request, 'DeviceID');
  const attachment = deviceId === undefined ? undefined : mux.devices.get(deviceId);
  if (deviceId !== undefined && attachment) mux.events.emit({ kind: 'paired', deviceId, ...attachment });
  return { result: MuxResult.ok };
}

function eventMessage({ kind, deviceId, ...attachment }: MuxEvent): PlistInput {
  if (kind === 'attached') return attachedMessage(deviceId, attachment);
  return { DeviceID: deviceId, MessageType: kind === 'detached' ? 'Detached' : 'Paired' };
}

function result(number: number): PlistInput {
  return { MessageType: 'Result', Number: number };
}

/** The answer in the binary protocol that programs of 2009 spoke: header, then the number. */
function binaryResult(tag: number, number: number): Buffer {
  const packet = Buffer.alloc(20);
  packet.writeUInt32LE(packet.length, 0);
  packet.writeUInt32LE(1, 8);
  packet.writeUInt32LE(tag, 12);
  packet.writeUInt32LE(number, 16);
  return packet;
}

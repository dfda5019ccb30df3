import {
  asDict,
  dictIn,
  integerIn,
  maybeDataIn,
  maybeIntegerIn,
  maybeStringIn,
  stringIn,
} from '../wire/plist/access.ts';
import type { PlistDict, PlistValue } from '../wire/plist/value.ts';
import { hostIn } from '../wire/sockaddr.ts';
import { type Udid, udidOfSerial } from './udid.ts';

/** A phone as usbmuxd knows it. On the cable and on Wi-Fi at once it is two of these, with one UDID. */
export interface MuxDevice {
  /** usbmuxd's number of this attachment; never used again after a replug. */
  readonly deviceId: number;
  readonly udid: Udid;
  readonly connection: 'usb' | 'network';
  /** USB bus and ports, of a phone on the cable. */
  readonly locationId?: number;
  /** Negotiated USB speed in bit/s, of a phone on the cable. */
  readonly speed?: number;
  /** Where it is in the network, of a phone on Wi-Fi: an IP address. */
  readonly host?: string;
  /** The Wi-Fi address by which it offers itself; a private one differs from the one in its pair record. */
  readonly wifiAddress?: string;
}

export type MuxEvent =
  | { readonly kind: 'attached'; readonly device: MuxDevice }
  | { readonly kind: 'detached'; readonly deviceId: number }
  | { readonly kind: 'paired'; readonly deviceId: number };

/** Reads a message of a listening connection; undefined for what says nothing about a phone. */
export function muxEventOf(message: PlistValue): MuxEvent | undefined {
  const dict = asDict(message, 'usbmuxd event');
  switch (maybeStringIn(dict, 'MessageType')) {
    case 'Attached': {
      const device = muxDeviceOf(message);
      return device && { kind: 'attached', device };
    }
    case 'Detached':
      return { kind: 'detached', deviceId: integerIn(dict, 'DeviceID') };
    case 'Paired':
      return { kind: 'paired', deviceId: integerIn(dict, 'DeviceID') };
    default:
      return undefined;
  }
}

/** Reads an `Attached` message or an entry of the device list; undefined for gear without a UDID. */
export function muxDeviceOf(attached: PlistValue): MuxDevice | undefined {
  const dict = asDict(attached, 'attached device');
  const properties = dictIn(dict, 'Properties');
  const udid = udidOfSerial(stringIn(properties, 'SerialNumber'));
  if (udid === undefined) return undefined;
  const locationId = maybeIntegerIn(properties, 'LocationID');
  const speed = maybeIntegerIn(properties, 'ConnectionSpeed');
  return {
    deviceId: integerIn(dict, 'DeviceID'),
    udid,
    connection: maybeStringIn(properties, 'ConnectionType') === 'Network' ? 'network' : 'usb',
    ...(locationId !== undefined && { locationId }),
    ...(speed !== undefined && { speed }),
    ...inNetwork(properties),
  };
}

/** The name it offers itself by is `<Wi-Fi address>@<address>._apple-mobdev2._tcp.local.`; since iOS 26.4 it has no address in it. */
function inNetwork(properties: PlistDict): Pick<MuxDevice, 'host' | 'wifiAddress'> {
  const sockaddr = maybeDataIn(properties, 'NetworkAddress');
  const host = sockaddr && hostIn(sockaddr);
  const name = maybeStringIn(properties, 'EscapedFullServiceName') ?? '';
  const [, wifiAddress] = /^((?:[0-9a-f]{2}:){5}[0-9a-f]{2})@/i.exec(name) ?? [];
  return {
    ...(host !== undefined && { host }),
    ...(wifiAddress !== undefined && { wifiAddress: wifiAddress.toLowerCase() }),
  };
}

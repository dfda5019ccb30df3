import { asDict, dictIn, integerIn, maybeIntegerIn, maybeStringIn, stringIn } from '../wire/plist/access.ts';
import type { PlistValue } from '../wire/plist/value.ts';
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
  };
}

import type { PlistInput } from '../../wire/plist/value.ts';
import { sockaddrOf } from '../../wire/sockaddr.ts';
import { wifiServiceName } from '../wifi-name.ts';
import type { Attachment } from './usbmuxd.ts';

/** USB product id of every recent iPhone in normal mode. */
const PRODUCT_ID = 0x12a8;
const LOCATION_ID = 0x14100000;
const HIGH_SPEED_BITS_PER_SECOND = 480_000_000;
/** Where there are no ports in the network, connections go through usbmuxd, as macOS allows too. */
const NOWHERE = '127.0.0.1';
const INTERFACE = 1;

/** A phone as usbmuxd tells programs of it: on the cable by its place on the bus, on Wi-Fi by its address. */
export function attachedMessage(deviceId: number, { phone, way }: Attachment): PlistInput {
  const common = { DeviceID: deviceId, SerialNumber: phone.udid };
  const cable = {
    ConnectionSpeed: HIGH_SPEED_BITS_PER_SECOND,
    ConnectionType: 'USB',
    LocationID: LOCATION_ID + deviceId,
    ProductID: PRODUCT_ID,
  };
  const wifi = {
    ConnectionType: 'Network',
    EscapedFullServiceName: wifiServiceName(phone),
    InterfaceIndex: INTERFACE,
    NetworkAddress: sockaddrOf(phone.wifi.ports?.host ?? NOWHERE),
  };
  return {
    DeviceID: deviceId,
    MessageType: 'Attached',
    Properties: { ...common, ...(way === phone.wifi ? wifi : cable) },
  };
}

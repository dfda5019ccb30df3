import { askText } from '../ask.ts';
import { type JsonNode, nodesIn, nodesOfJson, textIn } from '../json-answer.ts';
import { APPLE_VENDOR, isNormalPhone, type UsbLink } from '../usb/usb-link.ts';

/** Until macOS 15 the first answers; from 26 on the second, and the first succeeds and lists nothing. */
const DATA_TYPES = ['SPUSBDataType', 'SPUSBHostDataType'] as const;
const MAX_DEPTH = 16;
/** It asks every bus of the computer. */
const LIMIT_MS = 15_000;

const SPEEDS: ReadonlyMap<string, number> = new Map([
  ['low_speed', 1.5],
  ['full_speed', 12],
  ['high_speed', 480],
  ['super_speed', 5_000],
  ['super_speed_plus', 10_000],
]);

/** Phones on the bus as the System Information program tells them; none when it is missing or says something else. */
export async function usbLinks(signal: AbortSignal): Promise<UsbLink[]> {
  const answers = await Promise.all(
    DATA_TYPES.map((type) => askText('system_profiler', [type, '-json'], signal, LIMIT_MS)),
  );
  return answers.flatMap((answer) => parseUsbLinks(answer ?? ''));
}

/** Reads either form of the program's JSON. */
export function parseUsbLinks(json: string): UsbLink[] {
  const [root] = nodesOfJson(json);
  if (!root) return [];
  return DATA_TYPES.flatMap((type) => nodesIn(root[type]).flatMap((bus) => linksBelow(bus, 0, 0)));
}

function linksBelow(node: JsonNode, hubs: number, depth: number): UsbLink[] {
  if (depth > MAX_DEPTH) return [];
  const link = linkOf(node, hubs);
  const isOwnHub = depth > 0 && link === undefined && !isBuiltIn(node);
  const below = nodesIn(node['_items']).flatMap((item) =>
    linksBelow(item, hubs + (isOwnHub ? 1 : 0), depth + 1),
  );
  return link ? [link, ...below] : below;
}

function linkOf(node: JsonNode, hubs: number): UsbLink | undefined {
  const serial = textIn(node, 'serial_num', 'USBDeviceKeySerialNumber');
  const vendor = textIn(node, 'vendor_id', 'USBDeviceKeyVendorID');
  const product = textIn(node, 'product_id', 'USBDeviceKeyProductID');
  if (serial === '' || !isNormalPhone(vendorNumber(vendor), Number.parseInt(product, 16))) return undefined;
  // The address behind the slash changes at each replugging.
  const [location = ''] = textIn(node, 'location_id', 'USBKeyLocationID').split('/');
  return {
    serial,
    location: location.trim(),
    megabits: megabitsOf(textIn(node, 'device_speed', 'USBDeviceKeyLinkSpeed')),
    hubs,
  };
}

/** `480 Mb/s` and `10 Gb/s`, or a word. */
function megabitsOf(speed: string): number | undefined {
  const [, amount, unit] = /^([\d.]+) (Mb|Gb)\/s$/.exec(speed) ?? [];
  if (amount === undefined) return SPEEDS.get(speed);
  return Number(amount) * (unit === 'Gb' ? 1_000 : 1);
}

function vendorNumber(vendor: string): number {
  return vendor === 'apple_vendor_id' ? APPLE_VENDOR : Number.parseInt(vendor, 16);
}

function isBuiltIn(node: JsonNode): boolean {
  return textIn(node, 'Built-in_Device', 'USBKeyHardwareType').toLowerCase().startsWith('built');
}

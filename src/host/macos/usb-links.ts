import { runProgram } from '../program.ts';
import { APPLE_VENDOR, isNormalPhone, type UsbLink } from '../usb/usb-link.ts';

/** Until macOS 15 the first answers; from 26 on the second, and the first succeeds and lists nothing. */
const DATA_TYPES = ['SPUSBDataType', 'SPUSBHostDataType'] as const;
const MAX_DEPTH = 16;

const SPEEDS: ReadonlyMap<string, number> = new Map([
  ['low_speed', 1.5],
  ['full_speed', 12],
  ['high_speed', 480],
  ['super_speed', 5_000],
  ['super_speed_plus', 10_000],
]);

/** Phones on the bus as the System Information program tells them; none when it is missing or says something else. */
export async function usbLinks(program = 'system_profiler'): Promise<UsbLink[]> {
  const answers = await Promise.all(
    DATA_TYPES.map((type) => runProgram(program, [type, '-json']).catch(() => undefined)),
  );
  return answers.flatMap((answer) => (answer ? parseUsbLinks(answer.stdout) : []));
}

/** Reads either form of the program's JSON. */
export function parseUsbLinks(json: string): UsbLink[] {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return [];
  }
  if (!isRecord(root)) return [];
  return DATA_TYPES.flatMap((type) => nodesIn(root[type]).flatMap((bus) => linksBelow(bus, 0, 0)));
}

function linksBelow(node: Node, hubs: number, depth: number): UsbLink[] {
  if (depth > MAX_DEPTH) return [];
  const link = linkOf(node, hubs);
  const isOwnHub = depth > 0 && link === undefined && !isBuiltIn(node);
  const below = nodesIn(node['_items']).flatMap((item) =>
    linksBelow(item, hubs + (isOwnHub ? 1 : 0), depth + 1),
  );
  return link ? [link, ...below] : below;
}

function linkOf(node: Node, hubs: number): UsbLink | undefined {
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

function isBuiltIn(node: Node): boolean {
  return textIn(node, 'Built-in_Device', 'USBKeyHardwareType').toLowerCase().startsWith('built');
}

type Node = Readonly<Record<string, unknown>>;

function nodesIn(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textIn(node: Node, ...names: readonly string[]): string {
  return names.map((name) => node[name]).find((value) => typeof value === 'string') ?? '';
}

function isRecord(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

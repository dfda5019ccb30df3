import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askText } from '../ask.ts';
import { type Computer, thisComputer } from '../computer.ts';
import { type JsonNode, nodesIn, nodesOfJson, textIn } from '../json-answer.ts';
import { askPowershell } from '../windows/powershell.ts';
import { type BootModePhone, bootPhoneOf } from './boot-serial.ts';

/** Phones in recovery or DFU on this computer's bus; none where that cannot be seen. Never rejects but for an abort. */
export async function bootPhones(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<BootModePhone[]> {
  switch (system) {
    case 'linux':
      return await onLinux(`${root}/sys/bus/usb/devices`);
    case 'macos':
      return await onMac(signal);
    case 'windows':
      return bootPhonesOfWindows(await askPowershell(QUERY, signal));
  }
}

async function onLinux(root: string): Promise<BootModePhone[]> {
  const names = await readdir(root).catch(() => []);
  const phones = await Promise.all(
    names.map(async (name) => {
      // A device may vanish while it is read: what cannot be read is not there.
      const attribute = async (file: string): Promise<string> =>
        (await readFile(join(root, name, file), 'utf8').catch(() => '')).trim();
      const [vendor, product, serial = ''] = await Promise.all(
        ['idVendor', 'idProduct', 'serial'].map(attribute),
      );
      return bootPhoneOf(Number(`0x${vendor}`), Number(`0x${product}`), serial);
    }),
  );
  return phones.filter((phone) => phone !== undefined);
}

/** Until macOS 15 the first answers; from 26 on the second, and the first succeeds and lists nothing. */
const DATA_TYPES = ['SPUSBDataType', 'SPUSBHostDataType'] as const;
const MAC_LIMIT_MS = 15_000;
const MAX_DEPTH = 16;

async function onMac(signal: AbortSignal): Promise<BootModePhone[]> {
  const answers = await Promise.all(
    DATA_TYPES.map((type) => askText('system_profiler', [type, '-json'], signal, MAC_LIMIT_MS)),
  );
  return answers.flatMap((answer) => bootPhonesOfMac(answer ?? ''));
}

/** Reads either form of System Information's JSON. */
export function bootPhonesOfMac(json: string): BootModePhone[] {
  return nodesOfJson(json).flatMap((root) =>
    DATA_TYPES.flatMap((type) => nodesIn(root[type]).flatMap((bus) => below(bus, 0))),
  );
}

function below(node: JsonNode, depth: number): BootModePhone[] {
  if (depth > MAX_DEPTH) return [];
  const vendor = textIn(node, 'vendor_id', 'USBDeviceKeyVendorID');
  const phone = bootPhoneOf(
    vendor === 'apple_vendor_id' ? 0x05ac : Number.parseInt(vendor, 16),
    Number.parseInt(textIn(node, 'product_id', 'USBDeviceKeyProductID'), 16),
    textIn(node, 'serial_num', 'USBDeviceKeySerialNumber'),
  );
  return [...(phone ? [phone] : []), ...nodesIn(node['_items']).flatMap((item) => below(item, depth + 1))];
}

const QUERY =
  'Get-CimInstance Win32_PnPEntity -Filter "PNPDeviceID LIKE \'USB\\\\VID_05AC%\'" | Select-Object PNPDeviceID';
/** `USB\VID_05AC&PID_1281\CPID:8110_CPRV:11_…`; parts of a device have `&MI_nn` before the serial. */
const DEVICE = /^USB\\VID_([\dA-F]{4})&PID_([\dA-F]{4})\\(.+)$/i;

/** Reads what the device manager lists of Apple's. */
export function bootPhonesOfWindows(nodes: readonly JsonNode[]): BootModePhone[] {
  return nodes.flatMap((node) => {
    const [, vendor, product, serial = ''] = DEVICE.exec(textIn(node, 'PNPDeviceID')) ?? [];
    const phone = bootPhoneOf(Number(`0x${vendor}`), Number(`0x${product}`), serial);
    return phone ? [phone] : [];
  });
}

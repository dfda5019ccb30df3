import { type JsonNode, numberIn, textIn } from '../json-answer.ts';
import { isNormalPhone, type UsbLink } from '../usb/usb-link.ts';
import { askPowershell } from './powershell.ts';
import { suspendsPorts } from './usb-suspend.ts';

/** A phone as Windows' device manager has it. */
export interface PnpPhone {
  readonly link: UsbLink;
  /** The device manager's problem code (`ConfigManagerErrorCode`); 0 is none. */
  readonly problem: number;
  /** Apple's own part is there, the one a backup goes through; without it Windows sees the photos only. */
  readonly servesBackups: boolean;
}

const QUERY =
  'Get-CimInstance Win32_PnPEntity -Filter "PNPDeviceID LIKE \'USB\\\\VID_05AC%\'" | Select-Object PNPDeviceID,Name,ConfigManagerErrorCode,Service,LocationInformation';

/** `USB\VID_05AC&PID_12A8\<serial>`, and `…&MI_01\…` for one of its parts. */
const DEVICE = /^USB\\VID_([\dA-F]{4})&PID_([\dA-F]{4})(&MI_\d\d)?\\(.+)$/i;

/** Phones on the bus. Numbers and ids are read, for texts come in the language of Windows. */
export async function phonesOnBus(signal: AbortSignal): Promise<PnpPhone[]> {
  const [nodes, savesPower] = await Promise.all([askPowershell(QUERY, signal), suspendsPorts(signal)]);
  const phones = phonesIn(nodes);
  if (savesPower === undefined) return phones;
  const saving = { savesPower, ...(savesPower && { savesPowerByDefault: true }) };
  return phones.map((phone) => ({ ...phone, link: { ...phone.link, ...saving } }));
}

function phonesIn(nodes: readonly JsonNode[]): PnpPhone[] {
  const devices = nodes.flatMap((node) => {
    const [, vendor, product, part, serial = ''] = DEVICE.exec(textIn(node, 'PNPDeviceID')) ?? [];
    if (vendor === undefined || !isNormalPhone(Number(`0x${vendor}`), Number(`0x${product}`))) return [];
    return [{ node, product, part, serial }];
  });
  return devices
    .filter(({ part }) => part === undefined)
    .map(({ node, product, serial }) => {
      const parts = devices.filter((each) => each.part !== undefined && each.product === product);
      const problems = [node, ...parts.map((each) => each.node)].map(
        (each) => numberIn(each, 'ConfigManagerErrorCode') ?? 0,
      );
      return {
        link: { serial, location: textIn(node, 'LocationInformation'), megabits: undefined, hubs: 0 },
        problem: problems.find((problem) => problem !== 0) ?? 0,
        servesBackups: parts.some(({ part }) => part !== '&MI_00'),
      };
    });
}

/** Windows' own name of a device whose enumeration failed; whose it is nobody can tell. */
const UNKNOWN_DEVICE = /^USB\\VID_0000&PID_0002\\/i;

/** Devices that were plugged in and could not even be asked what they are (code 43): cable, port or hub. */
export async function failedDevices(signal: AbortSignal): Promise<number> {
  const nodes = await askPowershell(
    'Get-CimInstance Win32_PnPEntity -Filter "ConfigManagerErrorCode=43" | Select-Object PNPDeviceID',
    signal,
  );
  return nodes.filter((node) => UNKNOWN_DEVICE.test(textIn(node, 'PNPDeviceID'))).length;
}

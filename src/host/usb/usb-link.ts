/** How a phone hangs on this computer's bus. */
export interface UsbLink {
  /** The UDID without its dash, as the phone tells it on the bus. */
  readonly serial: string;
  /** Where it is plugged in; the same after each replugging into the same place. */
  readonly location: string;
  /** Millions of bits a second that phone, cable and port agreed on. */
  readonly megabits: number | undefined;
  /** The port may put the phone to sleep to save power (Linux `power/control`, Windows’ power plan); undefined where nothing tells. */
  readonly savesPower?: boolean;
  /** Nobody chose that: the system comes so, and most phones live with it. */
  readonly savesPowerByDefault?: boolean;
  /** Hubs between the computer and the phone that are not built into the computer. */
  readonly hubs: number;
}

export const APPLE_VENDOR = 0x05ac;
/** Product ids of phones and tablets in their normal mode. */
const NORMAL_PHONES = { first: 0x1290, last: 0x12af } as const;

export function isNormalPhone(vendor: number, product: number): boolean {
  return vendor === APPLE_VENDOR && product >= NORMAL_PHONES.first && product <= NORMAL_PHONES.last;
}

/** True when a UDID and a serial number on the bus mean the same phone. */
export function isSerialOf(udid: string, serial: string): boolean {
  return udid.replace('-', '').toLowerCase() === serial.replace('-', '').toLowerCase();
}

/** USB 2, the most that every iPhone with Lightning and most with USB-C can do. */
const USB_2_MEGABITS = 480;
/** iPhone 15 Pro and 16 Pro, 17 Pro; Apple's technical specifications. */
const USB_3_MODELS: ReadonlySet<string> = new Set([
  'iPhone16,1',
  'iPhone16,2',
  'iPhone17,1',
  'iPhone17,2',
  'iPhone18,1',
  'iPhone18,2',
]);
const USB_3_MEGABITS = 10_000;

/** What the model could do; the cable in its box can do USB 2 only. */
export function modelMegabits(productType: string): number {
  return USB_3_MODELS.has(productType) ? USB_3_MEGABITS : USB_2_MEGABITS;
}

/** Full speed on a phone is a bad contact, cable or hub: no port is made for it. */
export function isCrippled({ megabits }: UsbLink): boolean {
  return megabits !== undefined && megabits < USB_2_MEGABITS;
}

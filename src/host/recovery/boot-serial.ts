/** A phone on the cable that runs no iOS, and so is not seen by usbmuxd. */
export interface BootModePhone {
  readonly mode: 'recovery' | 'dfu';
  /** Of phones before the iPhone XS the UDID does not follow from the chip. */
  readonly udid: string | undefined;
  /** Chip (CPID) and board (BDID), which together are the model. */
  readonly chip: number | undefined;
  readonly board: number | undefined;
  /** The chip's own number, sixteen hexadecimal digits: how the recovery programs tell phones apart. */
  readonly ecid: string | undefined;
}

const APPLE = 0x05ac;

/** USB product ids as in libirecovery; `f014` is DFU on the port, `1222` the oldest kind. */
const MODES: ReadonlyMap<number, BootModePhone['mode']> = new Map([
  [0x1280, 'recovery'],
  [0x1281, 'recovery'],
  [0x1282, 'recovery'],
  [0x1283, 'recovery'],
  [0x1222, 'dfu'],
  [0x1227, 'dfu'],
  [0xf014, 'dfu'],
]);

/** The first chip of the generation whose UDID is made of chip and ECID. */
const A12 = 0x8020;

/** The phone behind these ids and this serial on the bus; undefined for anything else, a phone that runs iOS included. */
export function bootPhoneOf(vendor: number, product: number, serial: string): BootModePhone | undefined {
  const mode = vendor === APPLE ? MODES.get(product) : undefined;
  return mode && { mode, ...partsOf(serial) };
}

/** The serial is a list, `CPID:8110 … BDID:0A ECID:001A2B3C4D5E001E …`; Windows puts `_` for each space. */
function partsOf(serial: string): Omit<BootModePhone, 'mode'> {
  const part = (name: string, digits: number): string | undefined =>
    new RegExp(`(?:^|[ _])${name}:([\\da-f]{1,${digits}})(?=[ _]|$)`, 'i').exec(serial)?.[1]?.toUpperCase();
  const chip = part('CPID', 8);
  const ecid = part('ECID', 16)?.padStart(16, '0');
  const isShort = chip !== undefined && Number.parseInt(chip, 16) >= A12;
  return {
    udid: isShort && ecid !== undefined ? `${chip.padStart(8, '0')}-${ecid}` : undefined,
    chip: numberOf(chip),
    board: numberOf(part('BDID', 8)),
    ecid,
  };
}

function numberOf(hexadecimal: string | undefined): number | undefined {
  return hexadecimal === undefined ? undefined : Number.parseInt(hexadecimal, 16);
}

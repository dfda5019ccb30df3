import { hasShortUdid, type Model, modelOf } from './models.ts';
import type { Random } from './random.ts';

/** What never changes about a phone. */
export interface Identity {
  readonly udid: string;
  /** Such as `iPhone17,3`. */
  readonly productType: string;
  readonly model: Model;
  readonly serialNumber: string;
  /** ECID, the chip's own number. */
  readonly uniqueChipId: bigint;
  readonly wifiAddress: string;
  readonly bluetoothAddress: string;
  readonly ethernetAddress: string;
  readonly imei: string;
  readonly imei2: string;
  readonly iccid: string;
  readonly phoneNumber: string;
}

const SERIAL_LETTERS = 'CDFGHJKLMNPQRTVWXY0123456789';

/** Makes a phone's identity, the same for the same seed. */
export function makeIdentity(random: Random, productType: string, udid?: string): Identity {
  const model = modelOf(productType);
  const ecid = random.bytes(7).toString('hex').toUpperCase().padStart(16, '0');
  const chip = model.chip.toString(16).toUpperCase().padStart(8, '0');
  const made = hasShortUdid(model) ? `${chip}-${ecid}` : random.bytes(20).toString('hex');
  const own = udid ?? made;
  return {
    udid: own,
    productType,
    model,
    serialNumber: Array.from({ length: 10 }, () => SERIAL_LETTERS[random.below(SERIAL_LETTERS.length)]).join(
      '',
    ),
    uniqueChipId: BigInt(`0x${own.includes('-') ? own.slice(9) : ecid}`),
    wifiAddress: macAddress(random),
    bluetoothAddress: macAddress(random),
    ethernetAddress: macAddress(random),
    imei: imei(random),
    imei2: imei(random),
    iccid: `8944${digits(random, 15)}`,
    phoneNumber: `+1 (202) 555-01${digits(random, 2)}`,
  };
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(10)).join('');
}

function macAddress(random: Random): string {
  const tail = random.bytes(5).toString('hex').match(/../g) ?? [];
  return ['f0', ...tail].join(':');
}

/** 15 digits, the last by Luhn's rule. */
function imei(random: Random): string {
  const first = `35${digits(random, 12)}`;
  let sum = 0;
  for (const [at, digit] of [...first].entries()) {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return first + ((10 - (sum % 10)) % 10);
}

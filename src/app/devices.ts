import { bootPhones } from '../host/recovery/boot-phones.ts';
import type { BootModePhone } from '../host/recovery/boot-serial.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { powerOnlyPorts } from '../host/usb/power-only.ts';
import { isSerialOf } from '../host/usb/usb-link.ts';
import type { Clock } from '../kit/clock.ts';
import { isPhoneError, PhoneError } from '../phone/errors.ts';
import { eachPhone, sameUdid } from '../phone/find.ts';
import { modelOfBoard } from '../phone/models.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { describePhone, type ListedPhone, unasked } from './describe-phone.ts';

export type { ListedPhone, PhoneIdentity } from './describe-phone.ts';

/** What the bus itself shows, beside what usbmuxd tells. */
export interface OnTheCable {
  readonly withoutIos: readonly BootModePhone[];
  /** Phones that run iOS, by their serial numbers on the bus. */
  readonly withIos: readonly { readonly serial: string }[];
  /** Ports at which something by Apple takes power. */
  readonly powerOnly?: number;
}

export interface ListRequest {
  readonly mux: Usbmux;
  readonly clock: Clock;
  /** Only this one. */
  readonly udid?: string | undefined;
  /** Phones that are at work: they are not asked, and told as they were. */
  readonly known?: readonly ListedPhone[];
  /** Where to look for phones that usbmuxd does not show. */
  readonly onTheCable?: (signal: AbortSignal) => Promise<OnTheCable>;
}

/**
 * Every phone at this computer, in whatever state, or the one with that UDID. One that does not answer is in the list
 * with the reason. Rejects with `phone.none` or `phone.absent` when the list would be empty, and with `mux.absent` and
 * its like when usbmuxd cannot be asked and no phone on the bus explains why.
 */
export async function listPhones(request: ListRequest, signal: AbortSignal): Promise<ListedPhone[]> {
  const { mux, clock, udid, known = [], onTheCable = lookAtTheCable } = request;
  const [cable, shown] = await Promise.all([onTheCable(signal), mux.devices(signal).catch(nobody)]);
  signal.throwIfAborted();
  const devices = Array.isArray(shown) ? shown : [];
  const silent = [...cable.withoutIos.map(describeBootMode), ...unseenOf(cable, devices)];
  if (silent.length + devices.length === 0 && (cable.powerOnly ?? 0) > 0) silent.push(POWER_ONLY);
  if (!Array.isArray(shown) && silent.length === 0) throw shown;
  const isWanted = (phone: { readonly udid: string | null }): boolean =>
    udid === undefined || (phone.udid !== null && sameUdid(phone.udid, udid));
  const running = eachPhone(devices).filter(isWanted);
  const phones = await someAtATime(
    running,
    async (device) =>
      known.find((phone) => phone.udid === device.udid) ??
      (await describePhone({ mux, device, clock }, signal)),
  );
  const all = [...phones, ...silent.filter(isWanted)];
  if (all.length > 0) return all;
  if (udid === undefined) throw new PhoneError('phone.none', 'no phone is attached');
  throw new PhoneError('phone.absent', `no phone ${udid} is attached`, { facts: { udid } });
}

/** A bench has dozens of phones. Asked all at once, each would wait for the handshakes of all, and seem to be silent. */
const AT_A_TIME = 6;

/** What comes of each, in their order. */
async function someAtATime<Each, Result>(
  all: readonly Each[],
  work: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, each] of left) results[index] = await work(each);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return results;
}

async function lookAtTheCable(signal: AbortSignal): Promise<OnTheCable> {
  const [withoutIos, withIos, powerOnly] = await Promise.all([
    bootPhones(signal),
    phonesOnBus(signal),
    powerOnlyPorts(signal),
  ]);
  return { withoutIos, withIos, powerOnly };
}

const POWER_ONLY = unasked('charging-only', new PhoneError('phone.power-only', 'power and no data'));

/** On Linux usbmuxd often runs only while it has a phone: its absence is told when nothing else explains it. */
function nobody(error: unknown): PhoneError {
  if (isPhoneError(error, 'mux.absent')) return error;
  throw error;
}

function describeBootMode({ mode, udid, chip, board }: BootModePhone): ListedPhone {
  const { productType = null, name = null } = modelOfBoard(chip, board) ?? {};
  const error = new PhoneError(`phone.${mode}`, `the phone is in ${mode} mode`);
  return unasked(mode, error, { udid: udid ?? null, productType, model: name });
}

function unseenOf({ withIos }: OnTheCable, devices: readonly MuxDevice[]): ListedPhone[] {
  return withIos
    .filter(({ serial }) => !devices.some(({ udid }) => isSerialOf(udid, serial)))
    .map(({ serial }) => {
      const udid = udidOfSerial(serial);
      return unasked('unseen', new PhoneError('phone.unseen', 'usbmuxd does not list it'), { udid });
    });
}

/** On the bus the short UDID has lost its dash. */
function udidOfSerial(serial: string): string {
  return serial.length === 24 ? `${serial.slice(0, 8)}-${serial.slice(8)}`.toUpperCase() : serial;
}

import { bootPhones } from '../host/recovery/boot-phones.ts';
import type { BootModePhone } from '../host/recovery/boot-serial.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { powerOnlyPorts } from '../host/usb/power-only.ts';
import { isPhoneError, PhoneError } from '../phone/errors.ts';
import { choosePhone, sameUdid } from '../phone/find.ts';
import { modelOfBoard } from '../phone/models.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import type { Usbmux } from '../phone/usbmux.ts';

/**
 * The phone that is meant. Where usbmuxd shows none, or does not run, since on Linux it often runs only while a phone
 * is there, a phone in recovery or DFU on the cable is what explains it: `phone.recovery`, `phone.dfu`.
 */
export async function findPhone(
  mux: Usbmux,
  udid: string | undefined,
  signal: AbortSignal,
  onTheCable: (signal: AbortSignal) => Promise<readonly BootModePhone[]> = bootPhones,
): Promise<MuxDevice> {
  try {
    return choosePhone(await mux.devices(signal), udid);
  } catch (error) {
    if (!isPhoneError(error, 'phone.none', 'phone.absent', 'mux.absent')) throw error;
    const other = (await onTheCable(signal)).find((phone) => isMeant(phone, udid));
    if (!other && (await isPowerOnly(signal)))
      throw new PhoneError('phone.power-only', 'it takes power and shows no data', { cause: error });
    if (!other) throw error;
    const productType = modelOfBoard(other.chip, other.board)?.productType;
    throw new PhoneError(`phone.${other.mode}`, `the phone is in ${other.mode} mode`, {
      cause: error,
      facts: { udid: other.udid, productType, ecid: other.ecid },
    });
  }
}

/** Something by Apple takes power at this computer, and no iPhone shows data anywhere. */
async function isPowerOnly(signal: AbortSignal): Promise<boolean> {
  return (await powerOnlyPorts(signal)) > 0 && (await phonesOnBus(signal)).length === 0;
}

/** Of an older phone nobody can tell its UDID by its chip. */
export function isMeant(phone: Pick<BootModePhone, 'udid'>, udid: string | undefined): boolean {
  return udid === undefined || phone.udid === undefined || sameUdid(phone.udid, udid);
}

import { type BootModePhone, bootModePhones } from '../host/linux/usb.ts';
import { isPhoneError, PhoneError } from '../phone/errors.ts';
import { choosePhone, sameUdid } from '../phone/find.ts';
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
  onTheCable: () => Promise<readonly BootModePhone[]> = bootModePhones,
): Promise<MuxDevice> {
  try {
    return choosePhone(await mux.devices(signal), udid);
  } catch (error) {
    if (!isPhoneError(error, 'phone.none', 'phone.absent', 'mux.absent')) throw error;
    const other = (await onTheCable()).find((phone) => isMeant(phone, udid));
    if (!other) throw error;
    throw new PhoneError(`phone.${other.mode}`, `the phone is in ${other.mode} mode`, {
      cause: error,
      facts: { udid: other.udid },
    });
  }
}

function isMeant(phone: BootModePhone, udid: string | undefined): boolean {
  return udid === undefined || phone.udid === undefined || sameUdid(phone.udid, udid);
}

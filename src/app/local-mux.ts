import type { Clock } from '../kit/clock.ts';
import { muxAddress, parseMuxAddress } from '../phone/mux-address.ts';
import { Usbmux } from '../phone/usbmux.ts';

/** The usbmuxd at an address, or else the one USBMUXD_SOCKET_ADDRESS names, or else this computer's own. */
export function localMux(clock: Clock, address?: string): Usbmux {
  return new Usbmux(
    address === undefined ? muxAddress(process.env, process.platform) : parseMuxAddress(address),
    clock,
  );
}

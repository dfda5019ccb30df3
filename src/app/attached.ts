import type { Usbmux } from '../phone/usbmux.ts';

/** Which phones usbmuxd lists now, in few letters: it changes whenever one comes, goes, or is plugged in anew. */
export async function attachedPhones(mux: Usbmux, signal: AbortSignal): Promise<string> {
  const devices = await mux.devices(signal);
  return devices.map(({ deviceId, udid, connection }) => `${deviceId} ${udid} ${connection}`).join('\n');
}

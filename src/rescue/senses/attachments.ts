import { isAbort } from '../../kit/errors.ts';
import { sameUdid } from '../../phone/find.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import type { Perceiving } from './sense.ts';

/** usbmuxd may be restarting. */
const AGAIN_MS = 2000;

/**
 * Follows one phone's coming and going as usbmuxd tells it, until the signal aborts. `onDevice` hears of every
 * attachment, and of undefined when the phone has gone. A phone that is there from the start is no evidence.
 */
export async function followAttachments(
  { mux, udid }: { readonly mux: Usbmux; readonly udid: string },
  { clock, sign, tell }: Perceiving,
  onDevice: (device: MuxDevice | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  let here: MuxDevice | undefined;
  let goneAt: number | undefined;
  const attached = (device: MuxDevice): void => {
    // On the cable and on Wi-Fi at once it stays the one that is in use.
    if (here || !sameUdid(device.udid, udid)) return;
    here = device;
    sign({ kind: 'attached', of: device.connection });
    onDevice(device);
    if (goneAt === undefined) return;
    const secondsAway = Math.round((clock.ticks() - goneAt) / 100) / 10;
    tell({ kind: 'link.attached', source: 'usbmux', facts: { deviceId: device.deviceId, secondsAway } });
  };
  const detached = (deviceId: number): void => {
    if (here?.deviceId !== deviceId) return;
    here = undefined;
    goneAt = clock.ticks();
    sign({ kind: 'detached', of: 'usbmux' });
    onDevice(undefined);
    tell({ kind: 'link.detached', source: 'usbmux', facts: { deviceId } });
  };
  while (!signal.aborted) {
    try {
      for await (const event of mux.listen(signal)) {
        if (event.kind === 'attached') attached(event.device);
        else if (event.kind === 'detached') detached(event.deviceId);
      }
    } catch (thrown) {
      if (isAbort(thrown, signal)) return;
    }
    // Numbers of attachments begin anew with usbmuxd.
    if (here) detached(here.deviceId);
    await clock.sleep(AGAIN_MS, signal).catch(() => undefined);
  }
}

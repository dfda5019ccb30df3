import { isAbort } from '../../kit/errors.ts';
import { eachPhone, sameUdid } from '../../phone/find.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import type { Perceiving } from './sense.ts';

/** usbmuxd may be restarting. */
const AGAIN_MS = 2000;

/**
 * Follows one phone's coming and going as usbmuxd tells it, until the signal aborts. `onDevice` hears of the attachment
 * to use, and of undefined when the phone has gone: of cable and Wi-Fi it is the cable, as for a run. A phone that is
 * there from the start is no evidence.
 */
export async function followAttachments(
  { mux, udid }: { readonly mux: Usbmux; readonly udid: string },
  { clock, sign, tell }: Perceiving,
  onDevice: (device: MuxDevice | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const present = new Map<number, MuxDevice>();
  let here: MuxDevice | undefined;
  let goneAt: number | undefined;
  const use = (device: MuxDevice | undefined): void => {
    if (here?.deviceId === device?.deviceId) return;
    here = device;
    onDevice(device);
  };
  const attached = (device: MuxDevice): void => {
    if (!sameUdid(device.udid, udid)) return;
    present.set(device.deviceId, device);
    const isBack = here === undefined;
    use(bestOf(present));
    if (!isBack) return;
    sign({ kind: 'attached', of: device.connection });
    if (goneAt === undefined) return;
    const secondsAway = Math.round((clock.ticks() - goneAt) / 100) / 10;
    const kind = device.connection === 'network' ? 'wifi.back' : 'link.attached';
    tell({ kind, source: 'usbmux', facts: { deviceId: device.deviceId, secondsAway } });
  };
  const detached = (deviceId: number): void => {
    present.delete(deviceId);
    if (here?.deviceId !== deviceId) return;
    const kind = here.connection === 'network' ? 'wifi.lost' : 'link.detached';
    goneAt = clock.ticks();
    sign({ kind: 'detached', of: 'usbmux' });
    use(bestOf(present));
    tell({ kind, source: 'usbmux', facts: { deviceId } });
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
    for (const deviceId of [...present.keys()]) detached(deviceId);
    await clock.sleep(AGAIN_MS, signal).catch(() => undefined);
  }
}

function bestOf(present: ReadonlyMap<number, MuxDevice>): MuxDevice | undefined {
  return eachPhone([...present.values()])[0];
}

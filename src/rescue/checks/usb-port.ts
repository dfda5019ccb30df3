import { phonesOnBus } from '../../host/usb/on-bus.ts';
import { isCrippled, isSerialOf, modelMegabits, type UsbLink } from '../../host/usb/usb-link.ts';
import { count } from '../../kit/amounts.ts';
import type { Found } from '../senses/sense.ts';
import { type Check, type CheckResult, fine } from './check.ts';

/** Where the phone is plugged in, and what cable and port agreed on. */
export const usbPort: Check = {
  id: 'usb-port',
  title: 'the cable and the port',
  requirements: ['A4', 'A6', 'A11', 'B6', 'C7', 'C10'],
  async look({ phone }, signal) {
    if (phone?.device.connection !== 'usb') return undefined;
    const { udid } = phone.device;
    const link = (await phonesOnBus(signal)).find(({ serial }) => isSerialOf(udid, serial));
    if (!link) return undefined;
    const model = modelMegabits(phone.info.productType);
    const { hubs, megabits, savesPower, savesPowerByDefault } = link;
    const port: Found = {
      kind: 'link.port',
      source: 'computer',
      facts: {
        hubs,
        modelMegabitsPerSecond: model,
        ...(megabits !== undefined && { megabitsPerSecond: megabits }),
        ...(savesPower !== undefined && { savesPower }),
        ...(savesPowerByDefault !== undefined && { savesPowerByDefault }),
      },
    };
    return { ...judged(link, model), evidence: [port] };
  },
};

function judged(link: UsbLink, model: number): Omit<CheckResult, 'evidence'> {
  const { hubs, megabits, savesPower, savesPowerByDefault } = link;
  if (isCrippled(link))
    return {
      standing: 'broken',
      sentence: `Cable and port agreed on ${megabits} Mbit/s only; every iPhone can do 480.`,
      next: 'Try another cable, and a port of the computer itself.',
    };
  if (savesPower === true && savesPowerByDefault !== true)
    return {
      standing: 'note',
      sentence: 'This computer may put the iPhone’s port to sleep to save power; some iPhones then drop off.',
      next: `If the connection breaks off: echo on | sudo tee /sys/bus/usb/devices/${link.location}/power/control`,
    };
  if (hubs > 0)
    return {
      standing: 'note',
      sentence: `The iPhone is plugged in behind ${count(hubs, 'hub')}.`,
      next: 'If the connection breaks off, plug it straight into the computer.',
    };
  if (megabits !== undefined && model > megabits)
    // No backup was shown to be faster for it.
    return {
      standing: 'fine',
      sentence: `The cable carries ${megabits} Mbit/s; this iPhone could do ${model}, with a USB 3 cable. A backup hardly gains by it.`,
    };
  return fine(
    `The iPhone is plugged in${megabits === undefined ? '' : ` at ${megabits} Mbit/s`}, without a hub.`,
  );
}

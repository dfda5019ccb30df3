import { asDict, maybeArrayIn, maybeBooleanIn, maybeStringIn, stringsOf } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput, PlistLiteral } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { gasGauge } from '../diagnostics/battery-entry.ts';
import { findEntry, registryPlane } from '../diagnostics/io-registry.ts';
import { mobileGestalt } from '../diagnostics/mobile-gestalt.ts';
import type { VirtualPhone } from '../phone.ts';
import type { Service } from '../service.ts';

/** `com.apple.mobile.diagnostics_relay`: figures of the hardware, and the orders to restart and to switch off. */
export const diagnosticsRelay: Service = async ({ phone, channel, signal }) => {
  let order: Order | undefined;
  try {
    for (;;) {
      const request = asDict(await readFrame(channel.reader, { signal }));
      await phone.responsive(signal);
      const name = maybeStringIn(request, 'Request') ?? '';
      await channel.write(encodeFrame(answerTo(phone, name, request), 'xml'));
      order = ORDERS.get(name) ?? order;
      if (ORDERS.has(name) && !maybeBooleanIn(request, 'WaitForDisconnect')) return;
    }
  } finally {
    // A computer that asked to wait for the disconnect still says Goodbye first.
    order?.(phone);
  }
};

type Order = (phone: VirtualPhone) => void;

const ORDERS: ReadonlyMap<string, Order> = new Map([
  ['Restart', (phone) => phone.restart()],
  ['Shutdown', (phone) => phone.shutDown()],
]);

function answerTo(phone: VirtualPhone, name: string, request: PlistDict): PlistLiteral {
  switch (name) {
    case 'Goodbye':
    case 'Restart':
    case 'Shutdown':
    case 'Sleep':
      return { Status: 'Success' };
    case 'All':
      return success({ GasGauge: gasGauge(phone), HDMI: NO_HDMI, NAND: NAND, WiFi: WIFI });
    case 'GasGauge':
      return success({ GasGauge: gasGauge(phone) });
    case 'WiFi':
      return success({ WiFi: WIFI });
    case 'NAND':
      return success({ NAND });
    case 'HDMI':
      return success({ HDMI: NO_HDMI });
    case 'IORegistry':
      return ioRegistry(phone, request);
    case 'MobileGestalt':
      return success({
        MobileGestalt: mobileGestalt(phone, stringsOf(maybeArrayIn(request, 'MobileGestaltKeys') ?? [])),
      });
    default:
      return { Status: 'UnknownRequest' };
  }
}

const WIFI: PlistLiteral = { Active: true, Status: 'Success' };
const NAND: PlistLiteral = { Status: 'Success' };
const NO_HDMI: PlistLiteral = { Connection: 'None', Status: 'Success' };

/** An empty name is as good as none: libimobiledevice sends EntryName with an empty EntryClass. */
function ioRegistry(phone: VirtualPhone, request: PlistDict): PlistLiteral {
  const plane = maybeStringIn(request, 'CurrentPlane');
  const entry = plane
    ? registryPlane(phone, plane)
    : findEntry(phone, maybeStringIn(request, 'EntryName') ?? '', maybeStringIn(request, 'EntryClass') ?? '');
  return entry ? success({ IORegistry: entry }) : { Status: 'Failure' };
}

function success(diagnostics: PlistInput): PlistLiteral {
  return { Diagnostics: diagnostics, Status: 'Success' };
}

import { join } from 'node:path';
import type { Scenario } from '../virtual/scenario.ts';
import type { RunningVirtual } from '../virtual/start.ts';

/** Nobody listens on this port. */
const NOWHERE = '127.0.0.1:1';

/** Where programs find the service for phones; one that is stopped listens once the owner has started it. */
export function addressFor(
  { usbmuxd }: Scenario,
  { address, mux, phone }: RunningVirtual,
  place: string,
): Disposable & { readonly address: string } {
  const started = new DisposableStack();
  if (usbmuxd !== 'stopped')
    return { address: usbmuxd === 'missing' ? NOWHERE : address, [Symbol.dispose]: () => started.dispose() };
  const path = join(place, 'usbmuxd');
  started.use(
    phone.owner.stepped.subscribe((step) => {
      if (step === 'start-phone-service') void mux.listenUnix(path).catch(() => undefined);
    }),
  );
  return { address: `UNIX:${path}`, [Symbol.dispose]: () => started.dispose() };
}

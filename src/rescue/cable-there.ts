import { isAbort } from '../kit/errors.ts';
import { PhoneError } from '../phone/errors.ts';
import type { PhoneLink } from '../phone/session.ts';

/**
 * For a phone that is used over Wi-Fi: calls back as soon as it is put on the cable, which is several times faster and
 * charges it. Ends when disposed.
 */
export function watchForCable({ mux, device }: PhoneLink, onCable: (reason: PhoneError) => void): Disposable {
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    for await (const event of mux.listen(over.signal)) {
      if (event.kind !== 'attached' || event.device.udid !== device.udid) continue;
      if (event.device.connection === 'usb')
        return onCable(new PhoneError('phone.cable-there', 'the phone was put on the cable'));
    }
  };
  if (device.connection === 'network')
    // Whoever cannot hear of it goes on over Wi-Fi.
    void watch().catch((thrown: unknown) => isAbort(thrown, over.signal));
  return { [Symbol.dispose]: () => over.abort() };
}

import { defineFault, whenOver } from '../fault.ts';

/** Every TLS handshake breaks off, as when security software sits on the connection. */
export const tlsBreak = defineFault('tls-break', { falls: 'phone' }, {}, (strike) => {
  strike.phone.tlsBroken = true;
  whenOver(strike, () => {
    strike.phone.tlsBroken = false;
  });
});

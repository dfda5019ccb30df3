import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** Every TLS handshake breaks off, as when security software sits on the connection. */
export const tlsBreak = defineFault(
  'tls-break',
  { falls: 'phone' },
  { by: z.enum(['nobody-knows', 'another-certificate']).default('nobody-knows') },
  (strike) => {
    const intercepted = strike.parameters.by === 'another-certificate';
    strike.phone.tlsBroken = !intercepted;
    strike.phone.tlsIntercepted = intercepted;
    whenOver(strike, () => {
      strike.phone.tlsBroken = false;
      strike.phone.tlsIntercepted = false;
    });
  },
);

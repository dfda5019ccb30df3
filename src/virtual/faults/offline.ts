import { defineFault, whenOver } from '../fault.ts';

/** The phone's Wi-Fi, or the Internet behind it, is away. */
export const offline = defineFault('offline', { falls: 'phone', seconds: 30 }, {}, (strike) => {
  const { icloud } = strike.phone;
  if (!icloud) return;
  icloud.online = false;
  whenOver(strike, () => {
    icloud.online = true;
  });
});

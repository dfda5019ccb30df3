import { defineFault, whenOver } from '../fault.ts';

/** The phone is out of reach of the Wi-Fi, or the access point restarts: gone without a word. */
export const wifiLost = defineFault('wifi-lost', { falls: 'phone', seconds: 8 }, {}, (strike) => {
  const { wifi } = strike.phone;
  wifi.set('inRange', false);
  whenOver(strike, () => wifi.set('inRange', true));
});

import { defineFault, whenOver } from '../fault.ts';

/** The charger gives nothing: pulled out, or switched off with the lamp. */
export const powerCut = defineFault('power-cut', { falls: 'phone' }, {}, (strike) => {
  const { battery } = strike.phone;
  battery.charging = false;
  whenOver(strike, () => {
    battery.charging = true;
  });
});

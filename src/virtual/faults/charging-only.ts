import { defineFault, whenOver } from '../fault.ts';

/** Only the wires for power are good: the phone charges and no computer sees it. */
export const chargingOnly = defineFault('charging-only', { falls: 'phone' }, {}, (strike) => {
  const { cable } = strike.phone;
  cable.set('data', false);
  whenOver(strike, () => cable.set('data', true));
});

import { defineFault, whenOver } from '../fault.ts';

/** The cable is out: every connection is cut at once; back after the fault's `seconds`. */
export const unplug = defineFault('unplug', { falls: 'phone', seconds: 3 }, {}, (strike) => {
  const { cable } = strike.phone;
  cable.unplug();
  whenOver(strike, () => cable.plug());
});

import { defineFault, whenOver } from '../fault.ts';

/** The phone hangs: usbmuxd still lists it, connections open, nothing answers and nothing is logged. */
export const freeze = defineFault('freeze', { falls: 'phone' }, {}, (strike) => {
  const frozen = strike.phone.freeze();
  whenOver(strike, () => frozen[Symbol.dispose]());
});

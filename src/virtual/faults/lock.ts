import { defineFault, whenOver } from '../fault.ts';

/** The phone locks itself; it stays locked until it is unlocked, or for as long as the scenario says. */
export const lock = defineFault('lock', { falls: 'phone' }, {}, (strike) => {
  strike.phone.lock();
  whenOver(strike, () => strike.phone.unlock());
});

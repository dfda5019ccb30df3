import { defineFault } from '../fault.ts';

/** The phone no longer knows any computer, as after "Reset Location & Privacy"; sessions that are open stay open. */
export const forgetPairing = defineFault('forget-pairing', { falls: 'phone' }, {}, ({ phone }) =>
  phone.trust.forgetAll(),
);

import { defineFault, whenOver } from '../fault.ts';

/** The phone rejects every pairing at once, as one that its organisation supervises does. */
export const refusePairing = defineFault('refuse-pairing', { falls: 'phone' }, {}, (strike) => {
  const { trust } = strike.phone;
  trust.refusing = true;
  whenOver(strike, () => {
    trust.refusing = false;
  });
});

import { defineFault, whenOver } from '../fault.ts';

/** Another program restores the phone: lockdownd's port is answered by the small system that does it. */
export const restore = defineFault('restore', { falls: 'phone', seconds: 600 }, {}, (strike) => {
  const { boot } = strike.phone;
  boot.enter('restore');
  whenOver(strike, () => boot.restart());
});

import { defineFault, whenOver } from '../fault.ts';

/** Another program on the computer holds the lock that a sync or backup needs. */
export const busySyncLock = defineFault('busy-sync-lock', { falls: 'phone' }, {}, (strike) => {
  const held = strike.phone.syncLock.takeForAnother();
  whenOver(strike, () => held[Symbol.dispose]());
});

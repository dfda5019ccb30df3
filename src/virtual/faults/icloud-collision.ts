import { defineFault, whenOver } from '../fault.ts';

/** An iCloud restore is running: the phone makes no local backup meanwhile (25). */
export const icloudCollision = defineFault('icloud-collision', { falls: 'phone' }, {}, (strike) => {
  const { backup } = strike.phone;
  backup.icloudRestoreRunning = true;
  whenOver(strike, () => {
    backup.icloudRestoreRunning = false;
  });
});

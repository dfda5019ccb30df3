import { defineFault } from '../fault.ts';

/** The phone ends up in recovery mode (cable and computer on the screen), where usbmuxd does not see it. */
export const recovery = defineFault('recovery', { falls: 'phone' }, {}, ({ phone }) =>
  phone.leaveNormalMode('recovery'),
);

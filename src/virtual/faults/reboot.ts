import { defineFault } from '../fault.ts';

/** The phone restarts by itself and comes back locked. */
export const reboot = defineFault('reboot', { falls: 'phone' }, {}, ({ phone }) => phone.restart());

import { defineFault } from '../fault.ts';

/** Somebody puts the phone on the cable: nothing is wrong, there is only a better way now. */
export const plugIn = defineFault('plug-in', { falls: 'phone' }, {}, ({ phone }) => phone.cable.plug());

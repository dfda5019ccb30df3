import { defineFault } from '../fault.ts';

/** The phone falls into DFU mode: the screen is black and usbmuxd no longer sees it. */
export const dfu = defineFault('dfu', { falls: 'phone' }, {}, ({ phone }) => phone.boot.enter('dfu'));

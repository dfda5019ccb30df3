import type { ListedPhone } from '../app/devices.ts';

/** Whether a phone may be touched in the state it is in. */
export const TOUCHING: Readonly<Record<ListedPhone['conduct']['touching'], string>> = {
  harmless: 'Touching it does no harm.',
  patience: 'Have patience before you force anything.',
  dangerous: 'Do not unplug it and press nothing: that can do harm now.',
};

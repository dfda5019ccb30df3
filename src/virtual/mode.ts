/**
 * What runs on the phone. `starting`: on the bus and listed, but nothing listens yet, as in a start or while an update is
 * installed. `restore`: a small system that a computer restores it with. In the last three usbmuxd does not see it.
 */
export type Mode = 'normal' | 'starting' | 'restore' | 'recovery' | 'dfu' | 'off';

/** usbmuxd lists the phone. */
export function isListed(mode: Mode): boolean {
  return mode === 'normal' || mode === 'starting' || mode === 'restore';
}

import type { System } from '../computer.ts';

/** Where a system's own service for phones listens. */
const PLACES: Readonly<Record<System, RegExp>> = {
  linux: /^(?:unix:(?:\/\/)?)?\/(?:var\/)?run\/usbmuxd$/i,
  macos: /^(?:unix:(?:\/\/)?)?\/(?:private\/)?var\/run\/usbmuxd$/i,
  windows: /^(?:tcp:(?:\/\/)?)?(?:127\.0\.0\.1|localhost):27015$/i,
};

/**
 * Whether programs are sent to the system's own service. Whoever names another address (netmuxd, a tunnel, another
 * computer's) means a service that nothing here could look at or mend.
 */
export function isOwnPlace(address: string | undefined, system: System): boolean {
  return address === undefined || address === '' || PLACES[system].test(address);
}

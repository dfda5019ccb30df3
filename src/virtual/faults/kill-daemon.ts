import { defineFault } from '../fault.ts';

/** The backup daemon crashes; a crash report appears, and launchd starts it anew for the next conversation. */
export const killDaemon = defineFault('kill-daemon', { falls: 'phone' }, {}, ({ phone }) =>
  phone.daemon.crash(),
);

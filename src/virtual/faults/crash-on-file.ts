import { AgentKilled, defineFault } from '../fault.ts';

/**
 * A file whose name or content the backup daemon cannot bear: it crashes there, at every try, until the file is gone.
 * Its log names the path; the computer only sees the connection end.
 */
export const crashOnFile = defineFault(
  'crash-on-file',
  { falls: 'agent', times: Number.MAX_SAFE_INTEGER, staysWithFile: true },
  {},
  ({ phone }) => {
    const path = '/var/mobile/Containers/Data/Application/<private>';
    phone.log(
      'BackupAgent2',
      'Error',
      `*** Terminating app due to uncaught exception 'NSInternalInconsistencyException', reason: 'No operation found for path: ${path}'`,
    );
    phone.daemon.crash();
    throw new AgentKilled('a file it cannot bear');
  },
);

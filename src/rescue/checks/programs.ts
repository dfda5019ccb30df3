import { runningPrograms } from '../../host/processes.ts';
import type { Found } from '../senses/sense.ts';
import { type Check, fine } from './check.ts';

type Does = 'syncs' | 'intercepts';

/** Programs that sync with phones or stand in the way to them, by the names their processes have. */
const KNOWN: ReadonlyMap<string, readonly [name: string, does: Does]> = new Map([
  ['idevicebackup2', ['idevicebackup2', 'syncs']],
  ['AMPDevicesAgent', ['Finder', 'syncs']],
  ['iTunes', ['iTunes', 'syncs']],
  ['AppleMobileBackup', ['iTunes', 'syncs']],
  ['iMazing', ['iMazing', 'syncs']],
  ['usbmuxd2', ['usbmuxd2', 'intercepts']],
  ['netmuxd', ['netmuxd', 'intercepts']],
]);

/** Two programs that both serve phones disturb each other; a backup by another program keeps this one out. */
export const programs: Check = {
  id: 'programs',
  title: 'other programs that serve phones',
  requirements: ['A1', 'C5'],
  async look() {
    const running = await runningPrograms();
    const found = [...KNOWN].filter(([process]) => running.has(process)).map(([, known]) => known);
    const others = found.filter(([, does]) => does === 'intercepts' && running.has('usbmuxd'));
    const syncing = found.filter(([name]) => name === 'idevicebackup2');
    const evidence = [...others, ...syncing].map(
      ([name, does]): Found => ({ kind: 'computer.program', source: 'computer', facts: { name, does } }),
    );
    if (syncing.length > 0)
      return {
        // It may be at work on another phone; the sync lock tells of this one.
        standing: 'note',
        sentence: 'idevicebackup2 is running. Only one program at a time can back this phone up.',
        next: 'If it is at work on this phone, “thaw why” tells how it is getting on.',
        evidence,
      };
    const [other] = others;
    if (other)
      return {
        standing: 'note',
        sentence: `${other[0]} and usbmuxd are both running and disturb each other.`,
        next: 'End one of them.',
        evidence,
      };
    return fine('No other program that serves phones was seen.');
  },
};

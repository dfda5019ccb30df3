import { runningPrograms } from '../../host/processes.ts';
import { usbmuxdVersion } from '../../host/usbmuxd-version.ts';
import { type Check, fine } from './check.ts';

/** Versions that are known to break backups, by public reports. */
const BAD_MUX: ReadonlyMap<string, string> = new Map([
  ['1.1.1', 'its connections break off in the middle of large transfers'],
]);
const BAD_IOS: ReadonlyMap<string, string> = new Map([
  ['10.3.3', 'its backup daemon ends over certain file names'],
]);

/** Versions of iOS and of usbmuxd that are known to be bad. */
export const versions: Check = {
  id: 'versions',
  title: 'the versions',
  requirements: ['B5', 'B14', 'C6', 'D7'],
  async look({ phone }, signal) {
    // One that is installed and not running serves nobody: on a Mac the system's own does, elsewhere perhaps another.
    const mux = (await runningPrograms()).has('usbmuxd') ? await usbmuxdVersion(signal) : undefined;
    const ios = phone?.info.iosVersion;
    const why = mux === undefined ? undefined : BAD_MUX.get(mux);
    if (mux !== undefined && why !== undefined)
      return {
        standing: 'note',
        sentence: `This computer’s usbmuxd is version ${mux}: ${why}.`,
        next: 'Update usbmuxd, then connect the phone anew.',
        evidence: [
          { kind: 'version.known-bad', source: 'computer', facts: { what: 'usbmuxd', version: mux } },
        ],
      };
    const trouble = ios === undefined ? undefined : BAD_IOS.get(ios);
    if (ios !== undefined && trouble !== undefined)
      return {
        standing: 'note',
        sentence: `The phone runs iOS ${ios}: ${trouble}.`,
        next: 'If the backup always stops at the same place, update iOS.',
        evidence: [{ kind: 'version.known-bad', source: 'lockdown', facts: { what: 'ios', version: ios } }],
      };
    if (ios === undefined && mux === undefined) return undefined;
    const known = [ios && `iOS ${ios}`, mux && `usbmuxd ${mux}`].filter(Boolean).join(' and ');
    return fine(`Nothing bad is known of ${known}.`);
  },
};

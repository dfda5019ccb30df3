import { runHolderOf } from '../../vault/holder.ts';
import { type Check, fine } from './check.ts';

/** Another run of Thaw that is at work on this very backup. */
export const liveRun: Check = {
  id: 'live-run',
  title: 'whether another run is at work',
  requirements: ['A1'],
  async look({ destination, phone }) {
    if (destination === undefined || !phone) return undefined;
    const holder = await runHolderOf(destination, phone.device.udid);
    if (!holder) return fine('No other run is at work at the destination.');
    if (!holder.alive)
      return fine('A run that was cut left its traces; the next one goes on where it was.', {
        kind: 'run.left-behind',
        source: 'destination',
        facts: { what: 'vault-lock' },
      });
    const { program, pid } = holder.owner;
    return {
      standing: 'person',
      sentence: `Another run (${program}, process ${pid}) is at work at the destination.`,
      next: 'Let it finish. “thaw why” tells what it is doing.',
      evidence: [{ kind: 'destination.in-use', source: 'destination', facts: { program, pid } }],
    };
  },
};

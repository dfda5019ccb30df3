import { type RepairPlan, repairBackup } from '../../../app/repair.ts';
import type { LiveRun } from '../live-run.ts';
import { backupOf } from './folder-of.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** Looks, tells what would be done, and does it only when the person agrees; the state before is kept. */
export const repairWork: Work<'repair'> = ({ thorough = false }, means) => {
  const { run, place, password } = means;
  const { path } = backupOf(means);
  return tellToTheEnd(run, async () => {
    run.tell({ type: 'phase.changed', phase: 'verifying' });
    let shown = false;
    const agree = async (plan: RepairPlan): Promise<boolean> => {
      shown = true;
      tellPlan(run, plan);
      return (await run.ask({ about: 'repair', sentence: 'Do this?', typed: null })) === true;
    };
    const wanted = { folder: path, dryRun: false, thorough, ...(password !== undefined && { password }) };
    const done = await repairBackup(wanted, agree, place.clock, run.signal);
    if (!shown) tellPlan(run, done);
    const generation = done.repaired?.generation ?? null;
    run.tell({ type: 'repair.finished', changed: done.repaired !== undefined, generation });
    if (done.mends.length > 0 && !done.repaired) return { outcome: 'cancelled' };
    return { outcome: done.sound ? 'finished' : 'needs-person' };
  });
};

function tellPlan(run: LiveRun, { mends, beyond, sound }: RepairPlan): void {
  run.tell({
    type: 'repair.planned',
    mends: mends.map(({ id, finds, changes, loses = null, said }) => ({ id, finds, changes, loses, said })),
    beyond: beyond.map(({ finds, why, next, said }) => ({ sentence: [finds, why, next].join(' '), said })),
    sound,
  });
}

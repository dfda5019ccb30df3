import { restoreGeneration } from '../../../app/history.ts';
import { backupOf } from './folder-of.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** Makes an earlier state the backup again; what is the backup now is kept as a state of its own. */
export const bringBackWork: Work<'bring-back'> = ({ generation }, means) => {
  const { run, place } = means;
  const { path } = backupOf(means);
  return tellToTheEnd(run, async () => {
    const done = await restoreGeneration({ folder: path }, generation, place.clock, run.signal);
    run.tell({ type: 'repair.finished', changed: true, generation: done.generation ?? null });
    return { outcome: 'finished' };
  });
};

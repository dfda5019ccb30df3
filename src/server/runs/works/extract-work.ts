import { extract } from '../../../app/extract.ts';
import { PageError } from '../../../app/page-error.ts';
import { backupOf } from './folder-of.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** Takes things out of a backup into a folder of the person's; the backup is only read. */
export const extractWork: Work<'extract'> = ({ what, domain, app, glob }, means) => {
  const { run, place, password, to } = means;
  const { path, generation } = backupOf(means);
  if (to === undefined) throw new PageError('page.outside', 'no folder');
  return tellToTheEnd(run, async () => {
    const wanted = {
      folder: path,
      ...(generation !== undefined && { generation }),
      to,
      choice: {
        ...(domain !== undefined && { domain }),
        ...(app !== undefined && { app }),
        ...(glob !== undefined && { glob }),
      },
      ...(what !== 'files' && { as: what }),
      ...(password !== undefined && { password }),
    };
    const done = await extract(
      wanted,
      place.clock,
      (event) => {
        if (event.type === 'progress') run.tell({ ...event, type: 'work.progress' });
        if (event.type === 'file.failed') run.tell(event);
      },
      run.signal,
    );
    run.tell({ type: 'extract.finished', ...done });
    return { outcome: 'finished' };
  });
};

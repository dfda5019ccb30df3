import { type CheckReport, check } from '../../../app/check.ts';
import { localMux } from '../../../app/local-mux.ts';
import type { CheckFinding } from '../../contract/events.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

export const checkWork: Work<'check'> = ({ udid }, { run, place, destination }) =>
  tellToTheEnd(run, async () => {
    const { clock, usbmuxd } = place;
    const report = await check(
      {
        mux: localMux(clock, usbmuxd),
        clock,
        udid,
        destination,
        onFinding: (found) => run.tell({ type: 'check.found', finding: findingOf(found) }),
      },
      run.signal,
    );
    const clear = report.findings.every(({ standing }) => standing !== 'person');
    run.tell({ type: 'check.finished', clear });
    return { outcome: clear ? 'finished' : 'needs-person' };
  });

/** What a check found, as the page shows it. */
export function findingOf(finding: CheckReport['findings'][number]): CheckFinding {
  const { id, standing, sentence, next = null, evidence } = finding;
  return { id, standing, sentence, next, evidence };
}

import { keepVerified } from '../../../app/places/verified.ts';
import { type Verified, verifyBackup } from '../../../app/verify.ts';
import { describedFinding } from '../../../app/words/finding-words.ts';
import type { LiveRun } from '../live-run.ts';
import { backupOf } from './folder-of.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** More is in no need to be read one by one. */
const MOST_FINDINGS = 100;

export const verifyWork: Work<'verify'> = ({ depth }, means) => {
  const { run, place, password } = means;
  const { path } = backupOf(means);
  return tellToTheEnd(run, async () => {
    run.tell({ type: 'phase.changed', phase: 'verifying' });
    const wanted = { folder: path, depth, ...(password !== undefined && { password }) };
    const verified = await verifyBackup(wanted, place.clock, (event) => tell(run, event), run.signal);
    tellFindings(run, verified);
    const { sound, verification } = verified;
    const { files, bytes, encrypted, full } = verification;
    const at = run.clock.now().toISOString();
    await keepVerified(path, { at, depth: verification.depth, sound, files, bytes });
    return { outcome: sound ? 'verified' : 'failed', backup: { path, files, bytes, encrypted, full } };
  });
};

/** Both kinds of progress: files compared, and contents read. */
function tell(run: LiveRun, event: Parameters<Parameters<typeof verifyBackup>[2]>[0]): void {
  run.tell(event.type === 'progress' ? { ...event, type: 'work.progress' } : event);
}

function tellFindings(run: LiveRun, { verification, sound }: Verified): void {
  const { depth, files, bytes, findings, counts } = verification;
  run.tell({
    type: 'verify.found',
    ...{ sound, depth, files, bytes },
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => {
      const { app = null, text, harmless } = describedFinding(finding);
      return { finding, app, sentence: text, harmless };
    }),
    findingsInAll: Object.values(counts).reduce((sum, count) => sum + count, 0),
  });
}

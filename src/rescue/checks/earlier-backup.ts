import { parseInfo, parseManifestPlist, parseStatus } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import type { EvidenceFacts } from '../../kit/evidence.ts';
import { sameUdid } from '../../phone/find.ts';
import { ROOT } from '../../vault/backup-path.ts';
import { type BackupView, viewOfFolder } from '../../vault/backup-view.ts';
import type { Found } from '../senses/sense.ts';
import { type Check, fine, folderOf } from './check.ts';

type Poison = EvidenceFacts['destination.poisoned']['what'];

/** What each trace of an unfinished or foreign run comes to, by reports of runs that failed on it. */
const WORDS: Readonly<Record<Poison, string>> = {
  'empty-plist': 'an empty file where the phone expects one of its lists',
  'snapshot-left': 'a Snapshot folder that an interrupted run left',
  'write-ahead-log': 'a database that another program left open or did not close',
  unfinished: 'a run that was never finished',
  'manifest-missing': 'no list of files',
};

/** The backup that is there: can the phone build on it, or will it fail on what an interrupted run left behind? */
export const earlierBackup: Check = {
  id: 'earlier-backup',
  title: 'the earlier backup',
  requirements: ['A13', 'B3', 'D12', 'C4'],
  async look(context) {
    const folder = folderOf(context);
    const udid = context.phone?.device.udid;
    if (folder === undefined || udid === undefined) return undefined;
    const view = viewOfFolder(folder);
    const there = new Map((await view.list(ROOT)).map(({ name, kind, size }) => [name, { kind, size }]));
    if (there.size === 0)
      return fine('There is no earlier backup of this phone here; this will be the first.');
    const info = await readMetadata(view, 'Info.plist', parseInfo);
    if (info.state === 'read' && info.value.udid !== undefined && !sameUdid(info.value.udid, udid))
      return {
        standing: 'broken',
        sentence: 'The folder named after this phone holds the backup of another one.',
        next: 'Choose another folder with --to.',
        evidence: [{ kind: 'backup.other-phone', source: 'destination', facts: { file: 'Info.plist' } }],
      };
    const poisons = await poisonsOf(view, there);
    const [first] = poisons;
    if (!first)
      return fine('The earlier backup is in order, as far as can be seen without reading all of it.');
    return {
      standing: 'broken',
      sentence: `The earlier backup holds ${[...new Set(poisons.map(({ what }) => WORDS[what]))].join(', ')}.`,
      next: 'Just start: where the phone cannot build on it, “thaw backup” sets it aside and keeps it until the new one is proved.',
      evidence: poisons.map(
        (facts): Found => ({ kind: 'destination.poisoned', source: 'destination', facts }),
      ),
    };
  },
};

async function poisonsOf(
  view: BackupView,
  there: ReadonlyMap<string, { readonly kind: string; readonly size: number }>,
): Promise<EvidenceFacts['destination.poisoned'][]> {
  const poisons: EvidenceFacts['destination.poisoned'][] = [];
  for (const file of ['Info.plist', 'Manifest.plist', 'Status.plist', 'Manifest.db'])
    if (there.get(file)?.size === 0) poisons.push({ what: 'empty-plist', file });
  for (const file of ['Manifest.db-wal', 'Manifest.db-journal'])
    if ((there.get(file)?.size ?? 0) > 0) poisons.push({ what: 'write-ahead-log', file });
  if (there.has('Snapshot')) poisons.push({ what: 'snapshot-left', file: 'Snapshot' });
  if (!there.has('Manifest.db') && !there.has('Manifest.mbdb'))
    poisons.push({ what: 'manifest-missing', file: 'Manifest.db' });
  if (there.get('Status.plist')?.size !== 0 && !(await isFinished(view)))
    poisons.push({ what: 'unfinished', file: 'Status.plist' });
  return poisons;
}

async function isFinished(view: BackupView): Promise<boolean> {
  const status = await readMetadata(view, 'Status.plist', parseStatus);
  if (status.state !== 'read' || status.value.snapshotState !== 'finished') return false;
  const manifest = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  return manifest.state !== 'damaged';
}

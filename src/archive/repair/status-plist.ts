import { randomUUID } from 'node:crypto';
import { asDict, maybeDateIn, maybeStringIn } from '../../wire/plist/access.ts';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { pathIn } from '../backup-files.ts';
import type { MetadataFile } from '../finding.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { twinOf } from './kept-copies.ts';
import { mendOf, type Repair } from './mend.ts';

const STATUS = pathIn('Status.plist');
/** Of iOS 10 and later. */
const VERSION = '3.3';

/** A Status.plist that is missing, empty or unreadable, or says that there is no backup where there is one. */
export const statusPlist: Repair = {
  id: 'status-plist',
  async mend(bench) {
    const status = await dictOf(bench, 'Status.plist');
    if (status && maybeStringIn(status, 'BackupState') !== 'empty' && maybeStringIn(status, 'SnapshotState'))
      return [];
    const from = await finishStatus(bench);
    return [
      mendOf(statusPlist.id, {
        finds: [{ code: 'status-missing' }],
        changes: [{ code: from === 'kept' ? 'status-copy' : 'status-rebuilt' }],
        loses: [],
      }),
    ];
  },
};

/** Makes Status.plist say that the backup is finished: with the copy kept of this very state, or written again. */
export async function finishStatus(bench: Bench): Promise<'kept' | 'written'> {
  const kept = (await twinOf(bench.draft.view, 'Status.plist', bench.kept))?.files.get('Status.plist');
  if (kept !== undefined) {
    bench.draft.adopt(STATUS, kept);
    return 'kept';
  }
  const status = await dictOf(bench, 'Status.plist');
  const manifest = await dictOf(bench, 'Manifest.plist');
  const fresh: [string, PlistInput][] = [
    ['UUID', randomUUID().toUpperCase()],
    ['IsFullBackup', false],
    ['Version', VERSION],
    ['Date', (manifest && maybeDateIn(manifest, 'Date')) ?? bench.now],
  ];
  const finished: [string, PlistInput][] = [
    ['BackupState', 'new'],
    ['SnapshotState', 'finished'],
  ];
  await bench.draft.write(STATUS, encodeBinary(new Map([...fresh, ...(status ?? []), ...finished])));
  return 'written';
}

/** A property list of the backup; undefined when it cannot be read as one. */
export async function dictOf(bench: Bench, file: MetadataFile): Promise<PlistDict | undefined> {
  const read = await readMetadata(bench.draft.view, file, (bytes) => asDict(decodePlist(bytes), file));
  return read.state === 'read' ? read.value : undefined;
}

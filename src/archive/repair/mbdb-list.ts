import { WireError } from '../../wire/errors.ts';
import { encryptedSize } from '../../wire/file-cipher.ts';
import { fileIdOf } from '../../wire/file-id.ts';
import { MBDB_MAGIC, MbdbReader, type MbdbRecord } from '../../wire/mbdb.ts';
import { pathIn } from '../backup-files.ts';
import type { Bench } from './bench.ts';
import { type Mend, mendOf, type Repair } from './mend.ts';

const LIST = pathIn('Manifest.mbdb');
const READ_BYTES = 1024 * 1024;
const TYPE_BITS = 0o170000;
const REGULAR_FILE = 0o100000;

/**
 * The list of files of a backup from before iOS 10: records of files that are not there as long as it says are left out,
 * and so is what no longer makes sense at its end. Records stand by themselves, so the others stay as they are.
 */
export const mbdbList: Repair = {
  id: 'mbdb-list',
  async mend(bench) {
    const found = await readList(bench);
    if (found === undefined || (found.lost.length === 0 && !found.isCut)) return [];
    await bench.draft.write(LIST, Buffer.concat([MBDB_MAGIC, ...found.kept]));
    return [mendFor(found.lost, found.isCut)];
  },
};

interface Found {
  readonly kept: readonly Uint8Array[];
  /** As `domain path`. */
  readonly lost: readonly string[];
  readonly isCut: boolean;
}

/** Undefined where there is no such list, or nothing of it makes sense. */
async function readList(bench: Bench): Promise<Found | undefined> {
  await using source = await bench.draft.view.open(LIST);
  if (!source) return undefined;
  const reader = new MbdbReader();
  const kept: Uint8Array[] = [];
  const lost: string[] = [];
  const found = (isCut: boolean): Found | undefined =>
    kept.length + lost.length === 0 ? undefined : { kept, lost, isCut };
  try {
    for await (const piece of source.chunks(READ_BYTES)) {
      bench.signal?.throwIfAborted();
      for (const { record, bytes } of reader.entries(piece)) {
        if (await isThere(bench, record)) kept.push(bytes);
        else lost.push(`${record.domain} ${record.path}`);
      }
    }
    reader.end();
    return found(false);
  } catch (thrown) {
    if (thrown instanceof WireError) return found(true);
    throw thrown;
  }
}

async function isThere(bench: Bench, record: MbdbRecord): Promise<boolean> {
  if ((record.mode & TYPE_BITS) !== REGULAR_FILE) return true;
  const stat = await bench.draft.view.stat(pathIn(fileIdOf(record.domain, record.path)));
  const size = record.encryptionKey ? encryptedSize(record.size) : record.size;
  return stat?.kind === 'file' && stat.size === size;
}

function mendFor(lost: readonly string[], isCut: boolean): Mend {
  const some = lost.length > 0;
  return mendOf(
    mbdbList.id,
    {
      finds: [
        ...(isCut ? [{ code: 'list-cut' } as const] : []),
        ...(some ? [{ code: 'files-missing', files: lost.length } as const] : []),
      ],
      changes: [{ code: 'list-without-missing' }],
      loses: [
        ...(isCut ? [{ code: 'names-after-cut' } as const] : []),
        ...(some ? [{ code: 'files-gone', files: lost.length } as const] : []),
      ],
    },
    some ? lost : undefined,
  );
}

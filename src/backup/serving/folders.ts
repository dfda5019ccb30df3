import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import type { Entry } from '../../vault/backup-view.ts';
import { STATUS_OK, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import type { Reading } from './reading.ts';
import type { Serving } from './serving.ts';

const KINDS = {
  file: 'DLFileTypeRegular',
  folder: 'DLFileTypeDirectory',
  other: 'DLFileTypeUnknown',
} as const satisfies Record<Entry['kind'], string>;

/** Everything in one folder, empty files too: what is missing here the phone calls missing from the backup. */
export async function listFolder(reading: Reading, path: string): Promise<void> {
  const entries = await reading.list(path);
  const listing = new Map<string, PlistInput>(
    entries.map((entry) => [
      entry.name,
      { DLFileType: KINDS[entry.kind], DLFileSize: entry.size, DLFileModificationDate: entry.modified },
    ]),
  );
  await reading.link.answer(STATUS_OK, '', listing);
}

export function createFolder(serving: Serving, path: string): Promise<void> {
  return answerAfter(serving, () => serving.run.createDirectory(serving.inside(path)));
}

export function moveItems(serving: Serving, pairs: readonly (readonly [string, string])[]): Promise<void> {
  return answerAfter(serving, () =>
    serving.run.move(pairs.map(([from, to]) => [serving.inside(from), serving.inside(to)] as const)),
  );
}

export function removeItems(serving: Serving, paths: readonly string[]): Promise<void> {
  return answerAfter(serving, () => serving.run.remove(paths.map((path) => serving.inside(path))));
}

async function answerAfter(serving: Serving, work: () => Promise<void>): Promise<void> {
  try {
    if (serving.writeFailures.length === 0) await work();
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === undefined) throw thrown;
    await serving.link.answer(statusOfSystemCode(code), messageOf(thrown));
    return;
  }
  await serving.answerHonestly();
}

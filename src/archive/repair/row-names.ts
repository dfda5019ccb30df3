import { isThawError } from '../../kit/errors.ts';
import { fileIdOf } from '../../wire/file-id.ts';
import { decodeMbFile, type MbFile } from '../../wire/mbfile.ts';

/** What a row of the manifest says a file is called, here and on the phone. */
export interface NamedRow {
  readonly fileId: string;
  readonly domain: string;
  readonly relativePath: string;
}

/**
 * The names of a row if they agree, or can be made to: the id is the hash of the other two, and the path stands a
 * second time in the blob, so that one of the three can be put right from the rest. `domains`: those of other rows,
 * where they are known. Undefined when nothing fits.
 */
export function namesOf(
  row: NamedRow,
  file: MbFile | undefined,
  domains?: ReadonlySet<string>,
): NamedRow | undefined {
  const { fileId, domain, relativePath } = row;
  if (fileIdOf(domain, relativePath) === fileId) return row;
  if (!file) return undefined;
  if (fileIdOf(domain, file.relativePath) === fileId) return { ...row, relativePath: file.relativePath };
  if (!domains || file.relativePath !== relativePath) return undefined;
  for (const other of domains) if (fileIdOf(other, relativePath) === fileId) return { ...row, domain: other };
  return { ...row, fileId: fileIdOf(domain, relativePath) };
}

/** The blob of a row; undefined when it makes no sense. */
export function mbFileOf(blob: Uint8Array): MbFile | undefined {
  try {
    const file = decodeMbFile(blob);
    return file.size >= 0 ? file : undefined;
  } catch (thrown) {
    if (isThawError(thrown)) return undefined;
    throw thrown;
  }
}

import { createHash } from 'node:crypto';
import { encodeMbFile } from '../../wire/mbfile.ts';
import type { ContentEntry } from '../content/content-source.ts';
import type { PhoneContent } from '../content/phone-content.ts';
import { UnreadableFile } from '../fault.ts';
import type { FileKeys } from './file-keys.ts';
import { storedBytes } from './stored-bytes.ts';

/** The user `mobile`, to whom nearly everything on an iPhone belongs. */
const MOBILE = 501;
/** Domains of the system itself: their small files carry a digest; photos and apps do not. */
const DIGESTED =
  /^(Home|Root|SystemPreferences|ManagedPreferences|Wireless|Network|Keychain|Database)Domain$/;
const DIGESTED_BYTES = 64 * 1024;

/** The `file` column of an entry's row. */
export function describeEntry(
  content: PhoneContent,
  slot: number,
  entry: ContentEntry,
  fileId: string,
  keys: FileKeys | undefined,
): Buffer {
  const { relativePath, size, mode, inode, modified, birth, protectionClass, target } = entry;
  const isFile = entry.kind === 'file';
  const own = isFile ? keys : undefined;
  const isDigested = isFile && size <= DIGESTED_BYTES && DIGESTED.test(entry.domain);
  const sha1 = isDigested ? digestOf(storedBytes(content.bytes(slot), own?.keyOf(fileId))) : undefined;
  return encodeMbFile({
    relativePath,
    size,
    mode,
    userId: MOBILE,
    groupId: MOBILE,
    inode,
    lastModified: modified,
    lastStatusChange: modified,
    birth,
    protectionClass,
    flags: 0,
    ...(own && { encryptionKey: own.sealedKeyOf(fileId, protectionClass) }),
    ...(sha1 && { digest: sha1 }),
    ...(target !== undefined && { target }),
  });
}

/** SHA-1 of the file as it is stored; a damaged file has none. */
function digestOf(stored: Iterable<Uint8Array>): Buffer | undefined {
  const sha1 = createHash('sha1');
  try {
    for (const piece of stored) sha1.update(piece);
    return sha1.digest();
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

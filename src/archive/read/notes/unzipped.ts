import { unzipSync } from 'node:zlib';

/** No note comes near; a few bytes can unfold to gigabytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What Notes packed with gzip or zlib; undefined for what is damaged or unfolds too far. */
export function unzipped(data: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(data, { maxOutputLength: MAX_BYTES });
  } catch (thrown) {
    if (isZlib(thrown)) return undefined;
    throw thrown;
  }
}

function isZlib(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('code' in thrown)) return false;
  return /^Z_|^ERR_BUFFER_TOO_LARGE/.test(String(thrown.code));
}

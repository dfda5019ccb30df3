import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of our own, closed to others (0700), for what must be decrypted to be opened; gone when it is released. */
export async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  return await mkdtempDisposable(join(tmpdir(), 'thaw-'));
}

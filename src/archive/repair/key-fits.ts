import { createDecipheriv } from 'node:crypto';
import { open } from 'node:fs/promises';
import { openKey } from '../../wire/class-keys.ts';
import { WireError } from '../../wire/errors.ts';
import type { ClassKeys } from '../../wire/keybag.ts';
import { mbFileOf } from './row-names.ts';

const BLOCK_BYTES = 16;

/**
 * True when a stored file is the one its row has the key for, as far as its end tells: the padding there must be
 * exactly what the row's size asks for.
 */
export async function keyFits(physical: string, blob: Uint8Array, classKeys: ClassKeys): Promise<boolean> {
  const file = mbFileOf(blob);
  if (!file?.encryptionKey) return false;
  const key = keyOf(classKeys, file.encryptionKey);
  if (!key) return false;
  await using handle = await open(physical, 'r');
  const { size } = await handle.stat();
  if (size < BLOCK_BYTES || size % BLOCK_BYTES !== 0) return false;
  const end = Buffer.alloc(2 * BLOCK_BYTES);
  // The block before is the initial vector of the last one; the first one has zeros.
  const from = Math.max(0, size - end.length);
  await handle.read(end, size === BLOCK_BYTES ? BLOCK_BYTES : 0, size - from, from);
  const decipher = createDecipheriv('aes-256-cbc', key, end.subarray(0, BLOCK_BYTES)).setAutoPadding(false);
  const last = decipher.update(end.subarray(BLOCK_BYTES));
  const padding = BLOCK_BYTES - (file.size % BLOCK_BYTES);
  return last.subarray(BLOCK_BYTES - padding).every((byte) => byte === padding);
}

function keyOf(classKeys: ClassKeys, sealed: Uint8Array): Buffer | undefined {
  try {
    return openKey(classKeys, sealed);
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}

import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { systemCodeOf } from '../kit/errors.ts';
import { FILE_MODE } from './disk/store.ts';

/** Ours are a few hundred bytes. */
const MAX_BYTES = 1024 * 1024;

/** A small JSON file of the vault; undefined when it is missing or not what it should be. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    await using file = await open(path, 'r');
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
    return schema.parse(JSON.parse(buffer.toString('utf8', 0, bytesRead)));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || (thrown instanceof Error && thrown.name === 'ZodError'))
      return undefined;
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** `flags`: 'w' to replace, 'wx' to fail with EEXIST when there is one. */
export async function writeJson(path: string, value: unknown, flags: 'w' | 'wx' = 'w'): Promise<void> {
  await using file = await open(path, flags, FILE_MODE);
  await file.writeFile(`${JSON.stringify(value)}\n`);
}

import { open } from 'node:fs/promises';
import { systemCodeOf } from '../kit/errors.ts';
import { FILE_MODE } from './disk/store.ts';

/** Ours are a few hundred bytes. */
const MAX_BYTES = 1024 * 1024;

/** A small JSON file of the vault; undefined when it is missing or not what it should be. */
export async function readJson<T>(
  path: string,
  isIt: (value: unknown) => value is T,
): Promise<T | undefined> {
  try {
    await using file = await open(path, 'r');
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
    const value: unknown = JSON.parse(buffer.toString('utf8', 0, bytesRead));
    return isIt(value) ? value : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** True for an object that has texts under these names. By hand: a library for it would be a tenth of a short run. */
export function hasTexts<K extends string>(
  value: unknown,
  ...names: readonly K[]
): value is Record<K, string> {
  return isObject(value) && names.every((name) => typeof Reflect.get(value, name) === 'string');
}

/** True for an object that has numbers from 0 up under these names. */
export function hasAmounts<K extends string>(
  value: unknown,
  ...names: readonly K[]
): value is Record<K, number> {
  return isObject(value) && names.every((name) => isAmount(Reflect.get(value, name)));
}

/** `flags`: 'w' to replace, 'wx' to fail with EEXIST when there is one. */
export async function writeJson(path: string, value: unknown, flags: 'w' | 'wx' = 'w'): Promise<void> {
  await using file = await open(path, flags, FILE_MODE);
  await file.writeFile(`${JSON.stringify(value)}\n`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/**
 * Loaded before a child's own modules, in each of its threads: kills the process, for real, at the n-th change it is
 * about to make to the disk (THAW_KILL_AT). Changes that a kill can cut in the middle count twice: before, and half done.
 */
const shared = sharedCount();
const count = new Int32Array(shared);
const killAt = Number(process.env['THAW_KILL_AT'] ?? Number.POSITIVE_INFINITY);

/** How many changes were made so far. */
export function changes(): number {
  return Atomics.load(count, 0);
}

function sharedCount(): SharedArrayBuffer {
  if (isMainThread) setEnvironmentData('thaw-kill', new SharedArrayBuffer(4));
  const data: unknown = getEnvironmentData('thaw-kill');
  if (!(data instanceof SharedArrayBuffer)) throw new Error('no shared count');
  return data;
}

function isTheTime(): boolean {
  return Atomics.add(count, 0, 1) + 1 === killAt;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('still alive');
}

type Half = (...args: readonly unknown[]) => void;

/** Counts the calls of one function; `half` does a part of the work with the same arguments. */
function watch(target: object, name: string, half?: Half): void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') throw new Error(`no ${name}`);
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]): unknown {
    if (isTheTime()) die();
    if (half && isTheTime()) {
      Reflect.apply(half, this, args);
      die();
    }
    return Reflect.apply(original, this, args);
  });
}

const { copyFileSync, ftruncateSync, readdirSync, rmSync, statSync, writeSync, openSync, closeSync } = fs;

const halfWrite: Half = (fd, bytes, offset, length, position) => {
  writeSync(Number(fd), Buffer.from(asBytes(bytes)), Number(offset), Number(length) >> 1, Number(position));
};
const halfRemove: Half = (path) => {
  const [first] =
    fs.existsSync(String(path)) && statSync(String(path)).isDirectory() ? readdirSync(String(path)) : [];
  if (first !== undefined) rmSync(join(String(path), first), { recursive: true });
};
const halfCopy: Half = (from, to) => {
  copyFileSync(String(from), String(to));
  const fd = openSync(String(to), 'r+');
  ftruncateSync(fd, statSync(String(to)).size >> 1);
  closeSync(fd);
};

function asBytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('not bytes');
}

for (const name of ['mkdirSync', 'renameSync', 'unlinkSync', 'ftruncateSync', 'fsyncSync']) watch(fs, name);
watch(fs, 'writeSync', halfWrite);
watch(fs, 'rmSync', halfRemove);
watch(fs, 'copyFileSync', halfCopy);
for (const name of ['mkdir', 'rename', 'unlink']) watch(fs.promises, name);
watch(fs.promises, 'rm', halfRemove);
watch(fs.promises, 'copyFile', halfCopy);
await watchFileHandles();
syncBuiltinESMExports();

/** The methods of open files are on a class that is only to be had from one of them. */
async function watchFileHandles(): Promise<void> {
  await using file = await fs.promises.open(process.execPath, 'r');
  const prototype: unknown = Object.getPrototypeOf(file);
  if (typeof prototype !== 'object' || prototype === null) throw new Error('no prototype');
  watch(prototype, 'writeFile', function (this: unknown, text) {
    if (isFile(this)) writeSync(this.fd, String(text).slice(0, String(text).length >> 1));
  } satisfies Half);
  watch(prototype, 'writev', function (this: unknown, chunks, position) {
    const [first] = Array.isArray(chunks) ? chunks : [];
    if (isFile(this)) writeSync(this.fd, asBytes(first), 0, asBytes(first).length >> 1, Number(position));
  } satisfies Half);
}

function isFile(value: unknown): value is { fd: number } {
  return typeof value === 'object' && value !== null && 'fd' in value;
}

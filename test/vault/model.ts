import { systemCodeOf } from '../../src/kit/errors.ts';

/** A folder as a plain map: what the vault must look like, whatever it does underneath. */
export type Contents = ReadonlyMap<string, Buffer | 'folder'>;

export type Operation =
  | { readonly do: 'folder'; readonly path: string }
  | { readonly do: 'receive'; readonly path: string; readonly bytes: number; readonly seed: number }
  | { readonly do: 'move'; readonly from: string; readonly to: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'copy'; readonly from: string; readonly to: string };

/** What an operation makes of a folder; the code it fails with when it does. */
export function after(
  before: Contents,
  operation: Operation,
): { contents: Contents; code: string | undefined } {
  const contents = new Map(before);
  try {
    apply(contents, operation);
    return { contents, code: undefined };
  } catch (thrown) {
    return { contents: before, code: systemCodeOf(thrown) };
  }
}

/** The bytes an operation receives: told by its seed, so that a mixture is seen. */
export function bytesOf({ bytes, seed }: { bytes: number; seed: number }): Buffer {
  return Buffer.alloc(bytes, `${seed}.`);
}

function apply(contents: Map<string, Buffer | 'folder'>, operation: Operation): void {
  switch (operation.do) {
    case 'folder':
      if (contents.get(operation.path) instanceof Buffer) throw failure('EEXIST');
      makeFolder(contents, operation.path);
      break;
    case 'receive':
      if (contents.get(operation.path) === 'folder') throw failure('EISDIR');
      put(contents, operation.path, bytesOf(operation));
      break;
    case 'remove':
      removeAll(contents, operation.path);
      break;
    case 'move':
      move(contents, operation.from, operation.to);
      break;
    case 'copy':
      if (!contents.has(operation.from)) throw failure('ENOENT');
      for (const [path, node] of below(contents, operation.from)) {
        put(contents, operation.to + path.slice(operation.from.length), node);
      }
      break;
  }
}

function move(contents: Map<string, Buffer | 'folder'>, from: string, to: string): void {
  if (!contents.has(from)) throw failure('ENOENT');
  if (from === to) return;
  if (`${from}/`.startsWith(`${to}/`) || `${to}/`.startsWith(`${from}/`)) throw failure('EINVAL');
  const moved = below(contents, from);
  removeAll(contents, to);
  removeAll(contents, from);
  for (const [path, node] of moved) put(contents, to + path.slice(from.length), node);
}

function below(contents: Contents, path: string): [string, Buffer | 'folder'][] {
  return [...contents].filter(([each]) => each === path || each.startsWith(`${path}/`));
}

function removeAll(contents: Map<string, Buffer | 'folder'>, path: string): void {
  for (const [each] of below(contents, path)) contents.delete(each);
}

function put(contents: Map<string, Buffer | 'folder'>, path: string, node: Buffer | 'folder'): void {
  makeFolder(contents, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  contents.set(path, node);
}

function makeFolder(contents: Map<string, Buffer | 'folder'>, path: string): void {
  if (path === '') return;
  makeFolder(contents, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  contents.set(path, 'folder');
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

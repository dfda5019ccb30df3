import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the built page. */
export interface PageFile {
  /** As the browser asks for it: `/assets/index-abc.js`. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Beside the sources and, in the package, beside what is built of them. */
const BUILT = fileURLToPath(new URL('../../web/built', import.meta.url));

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
]);

/** The whole built page, which is small; files of a kind no page needs are left out. Empty when it was never built. */
export async function readPageFiles(folder = BUILT): Promise<readonly PageFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.map(async (entry) => {
    const type = TYPES.get(extname(entry.name));
    if (!entry.isFile() || type === undefined) return [];
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    return [{ path, type, bytes: await readFile(file) }];
  });
  return (await Promise.all(files)).flat();
}

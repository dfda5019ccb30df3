import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { PageError } from '../../app/page-error.ts';
import type { PageFile } from '../../app/page-files.ts';

/** Half a second of the best compression would be felt at the start; this costs some milliseconds and little more. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const ENCODERS = {
  br: (bytes: Buffer): Promise<Buffer> => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes),
} as const;
type Encoding = keyof typeof ENCODERS;

/** Vite names what is in `assets/` by its contents. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/** The built page out of memory, known by its exact names, so that no path leads anywhere else. */
export function pageRoutes(files: readonly PageFile[]): Hono {
  const known = new Map(files.map((file) => [file.path, new Served(file)]));
  const serve = async (context: Context, path: string): Promise<Response> => {
    const file = known.get(path);
    if (!file) throw new PageError('page.unknown', 'no such file');
    return await file.answer(context);
  };
  return new Hono()
    .get('/', (context) => (known.size > 0 ? serve(context, '/index.html') : context.text(NOT_BUILT, 503)))
    .get('/*', (context) => serve(context, isView(context, known) ? '/index.html' : context.req.path));
}

/** A view's address, loaded anew or opened in another tab: the page itself knows which view it is. */
function isView({ req }: Context, known: ReadonlyMap<string, unknown>): boolean {
  return known.size > 0 && !known.has(req.path) && (req.header('accept') ?? '').includes('text/html');
}

const NOT_BUILT = 'The page is not built. In a clone of Thaw: npm run build:page\n';

/** A file with its compressed forms, each made when a browser first asks for it. */
class Served {
  readonly #file: PageFile;
  readonly #etag: string;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(file: PageFile) {
    this.#file = file;
    this.#etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`;
  }

  async answer(context: Context): Promise<Response> {
    const { path, type } = this.#file;
    const headers = {
      'content-type': type,
      'cache-control': path.startsWith('/assets/') ? FOR_EVER : 'private, no-cache',
      etag: this.#etag,
      vary: 'accept-encoding',
    };
    if (context.req.header('if-none-match') === this.#etag) return context.body(null, 304, headers);
    const encoding = encodingFor(context.req.header('accept-encoding') ?? '');
    if (!encoding) return context.body(new Uint8Array(this.#file.bytes), 200, headers);
    const bytes = await this.#as(encoding);
    return context.body(new Uint8Array(bytes), 200, { ...headers, 'content-encoding': encoding });
  }

  #as(encoding: Encoding): Promise<Buffer> {
    const made = this.#encoded.get(encoding) ?? ENCODERS[encoding](this.#file.bytes);
    this.#encoded.set(encoding, made);
    return made;
  }
}

function encodingFor(accepted: string): Encoding | undefined {
  const names = accepted.split(',').map((each) => each.trim().split(';')[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : undefined;
}

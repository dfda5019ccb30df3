import type { Context } from 'hono';
import type { z } from 'zod';
import { PageError } from '../../app/page-error.ts';

/** No request of the page needs more. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * The body of a request, as it must be. Rejects with `page.not-json` for another type (a form of another site can send
 * text, but not this), `page.too-large`, `page.not-understood`.
 */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json(;|$)/i.test(type)) throw new PageError('page.not-json', `a body of type ${type}`);
  const parsed = schema.safeParse(jsonOf(await bytesOf(context)));
  if (parsed.success) return parsed.data;
  throw notUnderstood(parsed.error);
}

/** What stands behind the question mark, as it must be. Throws `page.not-understood`. */
export function readQuery<T>(context: Context, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(context.req.query());
  if (parsed.success) return parsed.data;
  throw notUnderstood(parsed.error);
}

async function bytesOf(context: Context): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of context.req.raw.body ?? []) {
    length += piece.length;
    if (length > MAX_BODY_BYTES) throw new PageError('page.too-large', `more than ${MAX_BODY_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch (cause) {
    throw new PageError('page.not-understood', 'no JSON', { cause });
  }
}

/** Where it goes wrong, never what was sent: that may be a password. */
function notUnderstood(error: z.ZodError): PageError {
  const [issue] = error.issues;
  return new PageError('page.not-understood', 'not in the contract', {
    facts: { message: `${issue?.path.join('.') || 'the request'} (${issue?.code ?? 'unknown'})` },
  });
}

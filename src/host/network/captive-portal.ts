import type { Clock } from '../../kit/clock.ts';
import { withTimeLimit } from '../../kit/signals.ts';

/** Whether the way to the Internet is open. `portal`: the network wants a page to be seen first. */
export type Way = 'open' | 'portal' | 'none';

/** The page that Apple's devices ask for themselves to find out. */
export const CAPTIVE_PAGE = 'http://captive.apple.com/hotspot-detect.html';

const SUCCESS = /<BODY>\s*Success\s*<\/BODY>/i;
const MAX_BYTES = 64 * 1024;
const LIMIT_MS = 8_000;

/** Asks for Apple's test page without following anybody elsewhere. Rejects only with the signal's reason. */
export async function wayToInternet(
  clock: Clock,
  { page = CAPTIVE_PAGE }: { page?: string } = {},
  signal?: AbortSignal,
): Promise<Way> {
  try {
    return await withTimeLimit(
      clock,
      LIMIT_MS,
      () => new Error('no answer'),
      (both) => look(page, both),
      signal,
    );
  } catch {
    signal?.throwIfAborted();
    return 'none';
  }
}

async function look(page: string, signal: AbortSignal): Promise<Way> {
  const response = await fetch(page, { redirect: 'manual', cache: 'no-store', signal });
  let body = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    body += decoder.decode(chunk, { stream: true });
    if (body.length > MAX_BYTES) break;
  }
  return response.status === 200 && SUCCESS.test(body) ? 'open' : 'portal';
}

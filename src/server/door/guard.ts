import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { PageError } from '../../app/page-error.ts';
import type { Keys } from './keys.ts';

/** Where the server listens, as browsers name it. */
export interface Place {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
}

/** Cookies know no ports: two servers of Thaw must not take each other's away. */
export function cookieName({ port }: Place): string {
  return `thaw-${port}`;
}

/**
 * Turns away whoever came by another name (a web site whose name was pointed at this computer), and what another site's
 * page asks. A browser says where a request comes from whenever it changes something; what says nothing is not ours.
 */
export function fromOurPage(place: () => Place): MiddlewareHandler {
  return async (context, next) => {
    const { host, origin: own } = place();
    if (context.req.header('host') !== host) throw new PageError('page.wrong-door', 'another host');
    const origin = context.req.header('origin');
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    if (changes ? origin !== own : origin !== undefined && origin !== own)
      throw new PageError('page.wrong-door', 'another origin');
    await next();
  };
}

/** Only for requests that the page itself makes, never for what stands in another site's page. */
export function sameOriginOnly(): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new PageError('page.wrong-door', `from ${site}`);
    await next();
  };
}

/** Only for who has a cookie of ours. */
export function withKey(keys: Keys, place: () => Place): MiddlewareHandler {
  return async (context, next) => {
    const cookie = getCookie(context, cookieName(place()));
    if (cookie === undefined || !keys.isCookie(cookie)) throw new PageError('page.no-key', 'no cookie');
    await next();
  };
}

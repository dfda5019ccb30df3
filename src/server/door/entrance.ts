import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { PageError } from '../../app/page-error.ts';
import { cookieName, type Place } from './guard.ts';
import { type Keys, newKey, sameKey } from './keys.ts';

/** As long as any server lives; the cookie is worth nothing after it. */
const COOKIE_SECONDS = 30 * 24 * 3600;

/**
 * The way in. `/?token=…` trades the token for a cookie and goes on to `/` by a page of its own: the browser comes from
 * outside, and would not show a SameSite=Strict cookie if it were redirected.
 */
export function entrance(keys: Keys, place: () => Place, bell: string): Hono {
  return new Hono()
    .get('/', async (context, next) => {
      const token = context.req.query('token');
      const name = cookieName(place());
      const known = keys.isCookie(getCookie(context, name) ?? '');
      if (token === undefined) return known ? await next() : context.html(CLOSED, 401);
      const cookie = keys.redeem(token);
      if (cookie === undefined) return known ? context.html(GO_ON) : context.html(CLOSED, 401);
      setCookie(context, name, cookie, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: COOKIE_SECONDS,
      });
      return context.html(GO_ON);
    })
    .post('/bell', (context) => {
      // Another `thaw open` of the same person, who could read the file the bell's key is in.
      const given = context.req.header('authorization') ?? '';
      if (!sameKey(given, `Bearer ${bell}`)) throw new PageError('page.no-key', 'wrong bell');
      return context.json({ token: keys.mintToken() });
    });
}

/** What another start of Thaw shows to be let in, kept in a file that only this person can read. */
export const newBell = newKey;

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><title>Thaw</title>${head}</head><body>${body}</body></html>`;
}

const GO_ON = page('<meta http-equiv="refresh" content="0;url=/">', '<p><a href="/">Thaw</a></p>');

const CLOSED = page(
  '',
  '<h1>This page needs its key.</h1><p>The address opens once, in the browser it was made for. Nothing was changed, and what is running goes on.</p><p>Open it anew with: <code>thaw open</code></p><hr><p lang="de">Diese Seite braucht ihren Schlüssel. Öffnen Sie sie neu mit: <code>thaw open</code></p>',
);

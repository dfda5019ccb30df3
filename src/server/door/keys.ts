import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bit: nobody guesses them. */
const KEY_BYTES = 32;
/** More than a person opens; what is beyond was made by somebody who keeps asking. */
const MOST_TOKENS = 100;

/**
 * Who may come in. A token stands in the opened address and is good for one visit, which trades it for a cookie. Only
 * digests are kept, and they are compared in constant time.
 */
export class Keys {
  #tokens: readonly Buffer[] = [];
  #cookies: readonly Buffer[] = [];

  /** A new token for one visit. */
  mintToken(): string {
    const token = newKey();
    this.#tokens = [...this.#tokens, digestOf(token)].slice(-MOST_TOKENS);
    return token;
  }

  /** The cookie for a token that was not used before; undefined for any other. */
  redeem(token: string): string | undefined {
    const found = indexOf(this.#tokens, token);
    if (found === undefined) return undefined;
    this.#tokens = this.#tokens.filter((_, index) => index !== found);
    const cookie = newKey();
    this.#cookies = [...this.#cookies, digestOf(cookie)].slice(-MOST_TOKENS);
    return cookie;
  }

  isCookie(value: string): boolean {
    return indexOf(this.#cookies, value) !== undefined;
  }
}

export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** True when both are the same; how long it takes tells nothing. */
export function sameKey(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function indexOf(digests: readonly Buffer[], value: string): number | undefined {
  const digest = digestOf(value);
  let found: number | undefined;
  // To the end also when it was found.
  for (const [index, each] of digests.entries()) if (timingSafeEqual(each, digest)) found = index;
  return found;
}

function digestOf(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

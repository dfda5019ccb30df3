import assert from 'node:assert/strict';
import type { ConsoleMessage, Page, Request } from 'playwright-core';

/** Listens to everything a page complains of, and to every request that leaves the server's own address. */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #origins: ReadonlySet<string>;

  constructor(page: Page, origins: readonly string[]) {
    this.#origins = new Set(origins);
    page.on('pageerror', (error) => this.#heard.push(`error: ${error.stack ?? error.message}`));
    page.on('console', (message) => this.#console(message));
    page.on('request', (request) => this.#request(request));
  }

  /** Such complaints are part of the test: the server was killed, say. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  assertNone(said = ''): void {
    const left = this.#heard.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
    if (left.length > 0) process.stderr.write(`${[...left, said].join('\n')}\n`);
    assert.deepEqual(left, [], 'the page complained');
  }

  #console(message: ConsoleMessage): void {
    const type = message.type();
    if (type === 'error' || type === 'warning') {
      this.#heard.push(`${type}: ${message.text()} (${message.location().url})`);
    }
  }

  #request(request: Request): void {
    const url = new URL(request.url());
    const ours = this.#origins.has(url.origin) || url.protocol === 'blob:' || url.protocol === 'data:';
    if (!ours) this.#heard.push(`request to elsewhere: ${request.url()}`);
  }
}

import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { systemClock } from '../../src/kit/clock.ts';
import type { PageEvent } from '../../src/server/contract/events.ts';
import type { RunRequest } from '../../src/server/contract/runs.ts';
import type { VirtualIphones } from '../../src/server/phones/phone-places.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { ownerStepSchema } from '../../src/virtual/owner-steps.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';

/** What came back over HTTP, as it was sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request, with exactly these headers beside those that HTTP itself wants. */
export function ask(origin: string, path: string, { method = 'GET', headers = {}, body }: Asking = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asking = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      text(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
        reject,
      );
    });
    asking.once('error', reject).end(body);
  });
}

/** A server with somebody at its page, in a home of its own. */
export class Visit implements AsyncDisposable {
  readonly server: RunningServer;
  readonly home: string;
  readonly cookie: string;
  readonly #resources: AsyncDisposableStack;

  constructor(server: RunningServer, home: string, cookie: string, resources: AsyncDisposableStack) {
    this.server = server;
    this.home = home;
    this.cookie = cookie;
    this.#resources = resources;
  }

  get origin(): string {
    return this.server.origin;
  }

  /** As the page asks: with its cookie, its origin, and JSON. */
  async raw(method: string, path: string, body?: unknown): Promise<Answer> {
    const { origin, cookie } = this;
    const headers = { cookie, origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return await ask(origin, path, { method, headers, ...sent });
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field, as a page would.
  async call(method: string, path: string, body?: unknown): Promise<any> {
    const answer = await this.raw(method, path, body);
    assert.equal(answer.status, 200, `${method} ${path}: ${answer.body}`);
    return JSON.parse(answer.body);
  }

  async start(wanted: RunRequest): Promise<string> {
    return (await this.call('POST', '/api/runs', wanted)).run;
  }

  /** Events of a run from behind a number, until the stream says `end`, or `enough` does. */
  async events(
    run: string,
    after = 0,
    enough: (event: PageEvent) => boolean = () => false,
  ): Promise<PageEvent[]> {
    const headers = { cookie: this.cookie, 'last-event-id': String(after) };
    const leaving = new AbortController();
    const response = await fetch(`${this.origin}/api/runs/${run}/events`, {
      headers,
      signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(60_000)]),
    });
    assert.equal(response.status, 200);
    const events: PageEvent[] = [];
    let rest = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      rest += piece;
      const messages = rest.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        if (message.includes('event: end')) return events;
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data === undefined) continue;
        const event: PageEvent = JSON.parse(data);
        assert.equal(/^id: (\d+)$/m.exec(message)?.[1], String(event.number));
        events.push(event);
        if (!enough(event)) continue;
        leaving.abort();
        return events;
      }
    }
    return events;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync();
  }
}

/** Starts a server and opens its page. `scenarios`: what virtual iPhones there are to choose from. */
export async function visitPage(scenarios: Readonly<Record<string, ScenarioInput>> = {}): Promise<Visit> {
  await using starting = new AsyncDisposableStack();
  const home = starting.use(await mkdtempDisposable(join(tmpdir(), 'thaw-page-'))).path;
  process.env['HOME'] = home;
  process.env['XDG_STATE_HOME'] = join(home, '.state');
  const server = starting.use(
    await startServer({
      clock: systemClock,
      usbmuxd: `UNIX:${join(home, 'no-usbmuxd')}`,
      virtual: virtualOf(scenarios),
    }),
  );
  const cookie = await cookieFor(server);
  return new Visit(server, home, cookie, starting.move());
}

async function cookieFor({ newAddress, origin }: RunningServer): Promise<string> {
  const { pathname, search } = new URL(newAddress());
  const opened = await ask(origin, pathname + search);
  const [cookie] = opened.headers['set-cookie'] ?? [];
  return String(cookie).split(';')[0] ?? '';
}

function virtualOf(scenarios: Readonly<Record<string, ScenarioInput>>): VirtualIphones {
  return {
    scenarios: async () => [],
    async start(name = '', nth) {
      const virtual = await startVirtual({ seed: nth, ...scenarios[name] });
      return {
        address: virtual.address,
        udids: virtual.phones.map(({ udid }) => udid),
        clock: systemClock,
        act: (_, step) => {
          virtual.phone.owner.act(ownerStepSchema.parse(step));
          return true;
        },
        [Symbol.asyncDispose]: () => virtual[Symbol.asyncDispose](),
      };
    },
  };
}

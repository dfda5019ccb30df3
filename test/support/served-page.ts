import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PageEvent } from '../../src/server/contract/events.ts';
import { ask } from './page-visit.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const readySchema = z.object({ ready: z.literal(true), origin: z.string(), address: z.string() });

/** `thaw serve` in a process of its own, with its page opened. */
export interface ServedPage extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly cookie: string;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field, as a page would.
  call(method: string, path: string, body?: unknown): Promise<any>;
  /** Waits until something is said in a run's stream. */
  until(run: string, seen: (event: PageEvent) => boolean): Promise<PageEvent[]>;
}

/** Starts it; `terminal`: in a terminal, where Ctrl-C is a key. */
export async function servePage(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  terminal = false,
): Promise<ServedPage> {
  const command = [process.execPath, MAIN, 'serve', '--json', ...args];
  const options = { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] as const };
  const child = terminal
    ? spawn('script', ['-qfec', command.map((part) => `'${part}'`).join(' '), '/dev/null'], {
        ...options,
        stdio: ['pipe', 'pipe', 'inherit'],
      })
    : spawn(command[0] ?? '', command.slice(1), { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = once(child, 'close').then(([code, by]) => code ?? by);
  const { origin, address } = await ready(child);
  // Reading by lines has stopped it.
  child.stdout.resume();
  const { pathname, search } = new URL(address);
  const [cookie = ''] = (await ask(origin, pathname + search)).headers['set-cookie'] ?? [];
  const key = cookie.split(';')[0] ?? '';
  const call: ServedPage['call'] = async (method, path, body) => {
    const headers = { cookie: key, origin, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await ask(origin, path, { method, headers, ...sent });
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body);
  };
  return {
    ...{ child, origin, cookie: key, ended, call },
    printed: () => printed,
    until: (run, seen) => until(`${origin}/api/runs/${run}/events`, key, seen),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(child: ChildProcess): Promise<z.infer<typeof readySchema>> {
  assert.ok(child.stdout);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return readySchema.parse(JSON.parse(line));
  }
  throw new Error('it ended before it was ready');
}

async function until(url: string, cookie: string, seen: (event: PageEvent) => boolean): Promise<PageEvent[]> {
  const leaving = new AbortController();
  const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(90_000)]);
  const response = await fetch(url, { headers: { cookie }, signal });
  const events: PageEvent[] = [];
  let rest = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.startsWith('data: {"'))) {
      const event: PageEvent = JSON.parse(line.slice(6));
      events.push(event);
      if (!seen(event)) continue;
      leaving.abort();
      return events;
    }
  }
  return events;
}

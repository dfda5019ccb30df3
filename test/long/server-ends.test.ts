import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { PageEvent } from '../../src/server/contract/events.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { type ServedPage, servePage } from '../support/served-page.ts';

/** A phone on a poor link, and a server of its own process with a backup of it under way. */
interface Going extends AsyncDisposable {
  readonly virtual: RunningVirtual;
  readonly page: ServedPage;
  readonly run: string;
  readonly heard: readonly PageEvent[];
  again(): Promise<ServedPage>;
}

async function going(terminal = false): Promise<Going> {
  await using starting = new AsyncDisposableStack();
  const home = starting.use(await mkdtempDisposable(join(tmpdir(), 'thaw-ends-'))).path;
  const disk = join(home, 'disk');
  await mkdir(disk);
  const virtual = starting.use(
    await startVirtual({
      phone: { passcode: false },
      content: { files: 300, bytes: 30_000_000 },
      faults: [{ do: 'slow-link', bytesPerSecond: 500_000 }],
    }),
  );
  const env = { HOME: home, XDG_STATE_HOME: join(home, 'state'), USBMUXD_SOCKET_ADDRESS: virtual.address };
  const serve = async (inTerminal: boolean) => starting.use(await servePage(['--to', disk], env, inTerminal));
  const page = await serve(terminal);
  const { run } = await page.call('POST', '/api/runs', { kind: 'backup', udid: virtual.phone.udid });
  const isWellUnderWay = (event: PageEvent) => event.type === 'progress' && event.bytes > 2_000_000;
  const heard = await page.until(run, isWellUnderWay);
  const kept = starting.move();
  return {
    ...{ virtual, page, run, heard },
    again: async () => {
      const next = await servePage(['--to', disk], env);
      kept.use(next);
      return next;
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

test('a server that is killed and started again tells truly what was cut, and goes on with it', {
  timeout: 170_000,
}, async () => {
  await using first = await going();
  first.page.child.kill('SIGKILL');
  await first.page.ended;
  const page = await first.again();
  const { runs } = await page.call('GET', '/api/runs');
  const [cut] = runs;
  assert.deepEqual([cut.run, cut.state, cut.outcome, cut.kind], [first.run, 'interrupted', null, 'backup']);
  const told = await page.until(first.run, () => false);
  const said = new Map(first.heard.map((event) => [event.number, event.type]));
  for (const { number, type } of told.filter(({ number }) => said.has(number)))
    assert.equal(type, said.get(number), 'the same under the same number');

  first.virtual.phone.cable.bytesPerSecond = undefined;
  const { run } = await page.call('POST', '/api/runs', cut.again);
  const events = await page.until(run, ({ type }) => type === 'run.finished');
  const started = events.find((event) => event.type === 'run.started');
  assert.ok(
    started?.type === 'run.started' && started.resumedBytes > 0,
    'what was received is not sent again',
  );
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished' && end.outcome === 'verified');
});

test('without a terminal Ctrl-C ends the run cleanly, and its record says so', {
  timeout: 170_000,
}, async () => {
  await using first = await going();
  first.page.child.kill('SIGINT');
  assert.equal(await first.page.ended, 130);
  const page = await first.again();
  const { runs } = await page.call('GET', '/api/runs');
  assert.deepEqual([runs[0].state, runs[0].outcome], ['finished', 'cancelled']);
});

test('in a terminal Ctrl-C asks first: no goes on, and a second Ctrl-C ends at once', {
  timeout: 170_000,
}, async () => {
  await using first = await going(true);
  const { page, run } = first;
  const asked = (times: number) => page.printed().split('Stop it?').length > times;
  const press = async (key: string, seen: () => boolean): Promise<void> => {
    page.child.stdin?.write(key);
    while (!seen()) await setTimeout(50);
  };
  await press('\x03', () => asked(1));
  page.child.stdin?.write('n\r');
  await press('', () => page.printed().includes('It goes on.'));
  const { state } = await page.call('GET', `/api/runs/${run}`);
  assert.equal(state, 'running');
  await press('\x03', () => asked(2));
  page.child.stdin?.write('\x03');
  assert.equal(await page.ended, 130);
});

test('with nothing under way Ctrl-C just ends it', { timeout: 60_000 }, async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-ends-'));
  const env = {
    HOME: home.path,
    XDG_STATE_HOME: home.path,
    USBMUXD_SOCKET_ADDRESS: `UNIX:${home.path}/none`,
  };
  await using page = await servePage([], env);
  page.child.kill('SIGINT');
  assert.equal(await page.ended, 0);
});

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PageEvent } from '../src/server/contract/events.ts';
import type { RunSummary } from '../src/server/contract/runs.ts';
import type { ScenarioInput } from '../src/virtual/scenario.ts';
import { visitPage } from './support/page-visit.ts';

const quick: ScenarioInput = { phone: { passcode: false }, content: { files: 30, bytes: 300_000 } };
/** Goes on for minutes, if nobody stops it. */
const slow: ScenarioInput = {
  phone: { passcode: false },
  content: { files: 400, bytes: 40_000_000 },
  faults: [{ do: 'slow-link', bytesPerSecond: 400_000 }],
};
const asking: ScenarioInput = {
  phone: { passcode: true, product: 'iPhone9,3' },
  content: { files: 5, bytes: 5000 },
  owner: [{ when: 'passcode-prompt', do: 'nothing' }],
};

const visit = await visitPage({ quick, slow, asking });
after(() => visit[Symbol.asyncDispose]());

/** Plugs a virtual iPhone in; its UDID. */
async function plug(scenario: string): Promise<string> {
  const before: readonly string[] = (await visit.call('GET', '/api/virtual')).udids;
  const { udids } = await visit.call('POST', '/api/virtual', { scenario });
  await visit.call('GET', '/api/phones');
  return udids.find((udid: string) => !before.includes(udid));
}

async function summary(run: string): Promise<RunSummary> {
  return await visit.call('GET', `/api/runs/${run}`);
}

function numbers(events: readonly PageEvent[]): number[] {
  return events.map(({ number }) => number);
}

test('a backup from the first event to its proof, and what is then known of phone, backup and run', async () => {
  const udid = await plug('quick');
  const run = await visit.start({ kind: 'backup', udid });
  const events = await visit.events(run);
  assert.equal(events[0]?.type, 'run.opened');
  assert.deepEqual(
    numbers(events),
    numbers(events).toSorted((one, other) => one - other),
  );
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished' && end.outcome === 'verified', JSON.stringify(end));
  assert.ok(events.every((event) => event.run === run));

  const { backups } = await visit.call('GET', '/api/backups');
  const { phones } = await visit.call('GET', '/api/phones');
  assert.equal(backups[0].verified.sound, true);
  assert.equal(backups[0].place, 'virtual');
  assert.equal(phones[0].lastBackup.id, backups[0].id);
  assert.equal(phones[0].link, 'virtual');
  const told = await summary(run);
  assert.deepEqual([told.state, told.outcome, told.backup], ['finished', 'verified', backups[0].id]);

  const page = await visit.raw('GET', `/api/runs/${run}/report.html`);
  assert.match(
    String(page.headers['content-disposition']),
    /^attachment; filename="thaw-report-[\w-]+\.html"$/,
  );
  const json = await visit.raw('GET', `/api/runs/${run}/report.json`);
  for (const personal of [udid, 'Virtual iPhone', visit.home])
    assert.ok(!(page.body + json.body).includes(personal), personal);
  await visit.call('DELETE', '/api/virtual');
});

test('a page that comes back gets exactly what it missed, while the run goes on and after its end', async () => {
  const udid = await plug('slow');
  const run = await visit.start({ kind: 'backup', udid });
  const first = await visit.events(run, 0, ({ type }) => type === 'progress');
  const last = first.at(-1)?.number ?? 0;
  const rest = visit.events(run, last);
  await visit.events(run, last, ({ type }) => type === 'progress');
  assert.equal((await summary(run)).state, 'running', 'pages that left have stopped nothing');
  await visit.call('POST', `/api/runs/${run}/cancel`, {});
  const all = await visit.events(run);
  assert.deepEqual([...numbers(first), ...numbers(await rest)], numbers(all));
  const [end] = all.slice(-1);
  assert.ok(end?.type === 'run.finished' && end.outcome === 'cancelled');
  assert.deepEqual(await visit.events(run, end.number), [], 'nothing twice');
  await visit.call('POST', `/api/runs/${run}/cancel`, {});
  assert.equal((await visit.raw('GET', `/api/runs/${run}/events?after=x`)).status, 400);
  await visit.call('DELETE', '/api/virtual');
});

test('what a person is to do comes with the picture of this very phone, and goes when the phone is answered', async () => {
  const udid = await plug('asking');
  const run = await visit.start({ kind: 'backup', udid });
  await visit.events(run, 0, ({ type }) => type === 'phone.asks');
  const { step } = await visit.call('GET', `/api/runs/${run}/step`);
  assert.equal(step.id, 'passcode');
  assert.deepEqual([step.family, step.connector, step.buttons], ['home-button', 'lightning', 'volume-down']);
  assert.ok(Date.parse(step.endsAt) > Date.now() + 60_000);
  assert.ok(step.sentence.length > 10 && step.actions.length > 0 && step.drawing.scene === 'keypad');
  assert.equal((await summary(run)).step, 'passcode');
  await visit.call('POST', `/api/virtual/${udid}/act`, { do: 'enter-passcode' });
  const events = await visit.events(run);
  assert.ok(events.some(({ type }) => type === 'phone.answered'));
  assert.deepEqual(await visit.call('GET', `/api/runs/${run}/step`), { step: null });
  await visit.call('DELETE', '/api/virtual');
});

test('a real phone’s backup needs a destination; none is made up', async () => {
  const answer = await visit.raw('POST', '/api/runs', { kind: 'backup', udid: '00008140-000000000000001A' });
  assert.equal(JSON.parse(answer.body).problem.code, 'page.no-destination');
  const there = await visit.raw('POST', '/api/runs', {
    kind: 'backup',
    udid: '00008140-000000000000001A',
    destination: '/etc',
  });
  assert.equal(JSON.parse(there.body).problem.code, 'page.outside');
});

test('a password is neither written down nor said again, whatever becomes of the run', async () => {
  const password = 'swordfish-under-the-table';
  await visit.call('POST', '/api/virtual', { scenario: 'quick' });
  const { phones } = await visit.call('GET', '/api/phones');
  const run = await visit.start({ kind: 'backup', udid: phones[0].udid, password });
  const events = await visit.events(run);
  assert.equal(events.at(-1)?.type, 'run.finished');
  const said = [events, await visit.call('GET', '/api/runs'), await visit.call('GET', `/api/runs/${run}`)];
  assert.ok(!JSON.stringify(said).includes(password));
  const written = await readdir(visit.home, { recursive: true, withFileTypes: true });
  for (const file of written.filter((entry) => entry.isFile()))
    assert.ok(!(await readFile(join(file.parentPath, file.name))).includes(password), file.name);
});

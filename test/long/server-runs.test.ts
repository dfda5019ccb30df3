import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { visitPage } from '../support/page-visit.ts';

const quick: ScenarioInput = { phone: { passcode: false }, content: { files: 30, bytes: 300_000 } };
/** Goes on for minutes, if nobody stops it. */
const slow: ScenarioInput = {
  phone: { passcode: false },
  content: { files: 400, bytes: 40_000_000 },
  faults: [{ do: 'slow-link', bytesPerSecond: 400_000 }],
};
const visit = await visitPage({ quick, slow });
after(() => visit[Symbol.asyncDispose]());

/** Plugs a virtual iPhone in; its UDID. */
async function plug(scenario: string): Promise<string> {
  const before: readonly string[] = (await visit.call('GET', '/api/virtual')).udids;
  const { udids } = await visit.call('POST', '/api/virtual', { scenario });
  await visit.call('GET', '/api/phones');
  return udids.find((udid: string) => !before.includes(udid));
}

test('two phones at once, each with its own run; one phone is in one run at a time', async () => {
  const [one, other] = [await plug('slow'), await plug('quick')];
  const going = await visit.start({ kind: 'backup', udid: one });
  await visit.events(going, 0, ({ type }) => type === 'progress');
  const again = await visit.raw('POST', '/api/runs', { kind: 'backup', udid: one });
  assert.equal(again.status, 409);
  assert.equal(JSON.parse(again.body).problem.code, 'page.phone-busy');
  const done = await visit.events(await visit.start({ kind: 'backup', udid: other }));
  assert.ok(done.at(-1)?.type === 'run.finished');
  const { phones } = await visit.call('GET', '/api/phones');
  const runs = new Map(phones.map((phone: { udid: string; run: string }) => [phone.udid, phone.run]));
  assert.deepEqual([runs.get(one), runs.get(other)], [going, null]);
  const { runs: listed } = await visit.call('GET', '/api/runs');
  assert.equal(listed[0].run, going, 'what is running comes first');
  await visit.call('POST', `/api/runs/${going}/cancel`, {});
  await visit.events(going);
  await visit.call('DELETE', '/api/virtual');
});

test('checks appear one by one, and say whether a backup can begin', async () => {
  const udid = await plug('quick');
  const events = await visit.events(await visit.start({ kind: 'check', udid }));
  const findings = events.filter(({ type }) => type === 'check.found');
  assert.ok(findings.length > 5);
  assert.ok(events.some((event) => event.type === 'check.finished' && event.clear));
  await visit.call('DELETE', '/api/virtual');
});

test('of iCloud the phone’s own word is told, and which way of backing up fits it; Apple is not asked', async () => {
  const udid = await plug('quick');
  const told = await visit.call('GET', `/api/icloud/${udid}`);
  assert.equal(told.phone.backupOn, false);
  assert.equal(told.apple, null);
  const ids: readonly string[] = told.advice.map(({ id }: { id: string }) => id);
  assert.ok(ids.includes('icloud-off') && ids.some((id) => id.startsWith('method-')), ids.join());
  await visit.call('DELETE', '/api/virtual');
  assert.equal((await visit.call('GET', `/api/icloud/${udid}`)).phone, null);
});

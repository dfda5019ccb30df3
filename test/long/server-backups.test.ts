import assert from 'node:assert/strict';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BackupCard } from '../../src/server/contract/backups.ts';
import type { PageEvent } from '../../src/server/contract/events.ts';
import type { RunSummary } from '../../src/server/contract/runs.ts';
import { ENCRYPTED, makeBackup, PASSWORD } from '../support/made-backup.ts';
import { visitPage } from '../support/page-visit.ts';

const visit = await visitPage({
  phone: { phone: { passcode: false, name: 'Rosa’s iPhone' }, content: { files: 9, bytes: 9000 } },
});
after(() => visit[Symbol.asyncDispose]());
const disk = join(visit.home, 'disk');
await mkdir(disk);
const udid = await placeBackup();
await visit.call('POST', '/api/backups/folders', { path: disk });

async function placeBackup(): Promise<string> {
  await using made = await makeBackup({ phone: ENCRYPTED, content: { files: 40, bytes: 400_000 } });
  await cp(made.folder, join(disk, made.udid), { recursive: true });
  return made.udid;
}

async function only(): Promise<BackupCard> {
  const { backups } = await visit.call('GET', '/api/backups');
  assert.equal(backups.length, 1);
  return backups[0];
}

function end(events: readonly PageEvent[]): Extract<PageEvent, { type: 'run.finished' }> {
  const last = events.at(-1);
  assert.ok(last?.type === 'run.finished', JSON.stringify(last));
  return last;
}

test('a backup in a chosen folder is found, with what its small files tell', async () => {
  const card = await only();
  assert.deepEqual(
    [card.udid, card.place, card.encrypted, card.state, card.open, card.verified],
    [udid, 'folder', true, 'whole', false, null],
  );
  assert.match(card.id, /^[0-9a-f]{24}$/);
  let counted = card;
  while (counted.files === null) counted = await only();
  assert.ok(counted.files === 40 && (counted.bytes ?? 0) > 400_000, 'counted while nobody waited');
  for (const id of ['0'.repeat(24), '..', 'x'])
    assert.equal((await visit.raw('GET', `/api/backups/${id}/history`)).status, 404);
});

test('it opens with its password alone, can be checked then, and the list remembers what came of it', async () => {
  const { id } = await only();
  assert.equal((await visit.raw('GET', `/api/backups/${id}/domains`)).status, 403);
  assert.equal((await visit.raw('POST', `/api/backups/${id}/unlock`, { password: 'wrong' })).status, 403);
  await visit.call('POST', `/api/backups/${id}/unlock`, { password: PASSWORD });
  assert.equal((await only()).open, true);
  const events = await visit.events(await visit.start({ kind: 'verify', backup: id, depth: 'content' }));
  assert.equal(end(events).outcome, 'verified');
  const found = events.find(({ type }) => type === 'verify.found');
  assert.ok(found?.type === 'verify.found' && found.sound && found.depth === 'content');
  const { verified, files } = await only();
  assert.deepEqual([verified?.sound, verified?.depth, files], [true, 'content', 40]);
});

test('things are taken out into a folder of the person’s, and nowhere else', async () => {
  const { id } = await only();
  const outside = await visit.raw('POST', '/api/runs', {
    kind: 'extract',
    backup: id,
    what: 'files',
    to: '/etc/x',
  });
  assert.equal(outside.status, 403);
  const to = join(disk, 'taken out');
  const events = await visit.events(await visit.start({ kind: 'extract', backup: id, what: 'files', to }));
  const done = events.find(({ type }) => type === 'extract.finished');
  assert.ok(done?.type === 'extract.finished' && done.files === 40 && done.failed === 0);
  const written = await readdir(to, { recursive: true, withFileTypes: true });
  assert.equal(written.filter((entry) => entry.isFile()).length, 40);
  await rm(to, { recursive: true });
});

test('a restore names what is in the way, asks for the phone’s name, and does it only then', async () => {
  const { udids } = await visit.call('POST', '/api/virtual', { scenario: 'phone' });
  await visit.call('GET', '/api/phones');
  const { id } = await only();
  const clear = await visit.call('POST', `/api/backups/${id}/preflight`, { udid: udids[0] });
  assert.deepEqual(clear.problems, []);
  const run = await visit.start({ kind: 'restore', backup: id, udid: udids[0], fetchApps: false });
  const asked = (await visit.events(run, 0, ({ type }) => type === 'question.asked')).at(-1);
  assert.ok(asked?.type === 'question.asked' && asked.question.typed === 'Rosa’s iPhone');
  const { id: question } = asked.question;
  const answer = (value: string | boolean) =>
    visit.raw('POST', `/api/runs/${run}/answer`, { question, value });
  for (const wrong of ['', 'yes', true, udid]) assert.equal((await answer(wrong)).status, 409, String(wrong));
  const waiting: RunSummary = await visit.call('GET', `/api/runs/${run}`);
  assert.equal(waiting.question?.id, question);
  assert.equal((await answer("rosa's iphone")).status, 200);
  const events = await visit.events(run);
  assert.equal(end(events).outcome, 'verified', JSON.stringify(events.at(-2)));
  assert.equal((await answer(true)).status, 409, 'asked once');
  const no = await visit.start({ kind: 'restore', backup: id, udid: udids[0], fetchApps: false });
  const again = (await visit.events(no, 0, ({ type }) => type === 'question.asked')).at(-1);
  assert.ok(again?.type === 'question.asked');
  await visit.call('POST', `/api/runs/${no}/answer`, { question: again.question.id, value: false });
  assert.notEqual(end(await visit.events(no)).outcome, 'verified');
  await visit.call('DELETE', '/api/virtual');
});

test('a damaged backup is mended only after a yes, as a new state; the one before can be brought back', async () => {
  const { id, path } = await only();
  await rm(join(path, 'Info.plist'));
  const declined = await visit.start({ kind: 'repair', backup: id });
  await answerRepair(declined, false);
  assert.equal(end(await visit.events(declined)).outcome, 'cancelled');
  const run = await visit.start({ kind: 'repair', backup: id });
  await answerRepair(run, true);
  const events = await visit.events(run);
  assert.ok(events.some((event) => event.type === 'repair.planned' && event.mends.length > 0));
  assert.ok(events.some((event) => event.type === 'repair.finished' && event.changed));
  assert.equal((await only()).state, 'whole');
  const { generations } = await visit.call('GET', `/api/backups/${id}/history`);
  const earlier = generations.find(({ state }: { state: string }) => state === 'earlier');
  const back = await visit.start({ kind: 'bring-back', backup: id, generation: earlier.number });
  assert.equal(end(await visit.events(back)).outcome, 'finished');
  assert.notEqual((await only()).state, 'whole');
});

async function answerRepair(run: string, value: boolean): Promise<void> {
  const asked = (await visit.events(run, 0, ({ type }) => type === 'question.asked')).at(-1);
  assert.ok(asked?.type === 'question.asked', JSON.stringify(asked));
  await visit.call('POST', `/api/runs/${run}/answer`, { question: asked.question.id, value });
}

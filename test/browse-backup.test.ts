import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { backup } from '../src/app/backup.ts';
import { BackupBrowser } from '../src/app/browse/backup-browser.ts';
import { systemClock } from '../src/kit/clock.ts';
import { browseRoutes } from '../src/server/browse/browse-routes.ts';
import { OpenedBackups } from '../src/server/browse/opened-backups.ts';
import { problemAnswer } from '../src/server/http/problem-answer.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { PhoneFolder } from './support/app-data/phone-folder.ts';
import { modernPhone } from './support/app-data/whole-phone.ts';

const PASSWORD = 'pässwörd 密码';
const SOON = { timeout: 120_000 };
const JOURNAL = 'AppDomain-com.example.journal';

const held = new AsyncDisposableStack();
let folder = '';
let browser: BackupBrowser;
const signal = AbortSignal.timeout(110_000);

before(async () => {
  const root = held.use(await mkdtempDisposable(join(tmpdir(), 'thaw-browse-'))).path;
  const contents = join(root, 'phone');
  folder = join(root, 'backups');
  await mkdir(folder);
  const phone = new PhoneFolder(contents);
  modernPhone(phone);
  for (let number = 0; number < 450; number += 1)
    phone.file(JOURNAL, `Documents/many/${number}.txt`, `${number}`);
  await using virtual = await startVirtual({
    phone: { passcode: false, encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 },
    content: { folder: contents },
  });
  const request = { usbmuxd: virtual.address, destination: folder, full: false, password: PASSWORD };
  for await (const _ of backup(request, systemClock, signal));
  browser = held.use(await BackupBrowser.open({ folder, password: PASSWORD }, signal));
}, SOON);
after(() => held.disposeAsync());

test('an encrypted backup opens with its password alone, and says which it needs', SOON, async () => {
  await assert.rejects(BackupBrowser.open({ folder }, signal), { code: 'archive.password-needed' });
  await assert.rejects(BackupBrowser.open({ folder, password: 'wrong' }, signal), {
    code: 'archive.wrong-password',
  });
  const contents = await browser.ask('summary', {});
  assert.deepEqual(
    [contents.encrypted, contents.photos, contents.conversations, contents.contacts],
    [true, 6, 5, 3],
  );
});

test(
  'apps and folders: what is inside is counted, and any page of the files can be entered',
  SOON,
  async () => {
    const domains = await browser.ask('domains', {});
    assert.ok(domains.some(({ domain, files }) => domain === JOURNAL && files === 454));
    const isSystem = domains.map(({ system }) => system);
    assert.deepEqual(isSystem, isSystem.toSorted(), 'apps come first');

    const root = { domain: JOURNAL, folder: '' };
    assert.deepEqual((await browser.ask('folders', root)).folders, [{ name: 'Documents', files: 454 }]);
    assert.equal((await browser.ask('files', { ...root, page: 0 })).total, 0);
    const documents = { domain: JOURNAL, folder: 'Documents' };
    assert.deepEqual((await browser.ask('folders', documents)).folders, [{ name: 'many', files: 450 }]);
    assert.equal((await browser.ask('files', { ...documents, page: 0 })).total, 4);

    const many = { domain: JOURNAL, folder: 'Documents/many' };
    const last = await browser.ask('files', { ...many, page: 2 });
    const first = await browser.ask('files', { ...many, page: 0 });
    assert.deepEqual([first.total, first.size, first.items.length, last.items.length], [450, 200, 200, 50]);
    assert.ok((first.items.at(-1)?.path ?? '') < (last.items[0]?.path ?? ''));
    assert.deepEqual((await browser.ask('files', { ...many, page: 99 })).items, []);
  },
);

test('photos come newest first, each with a picture to show where there is one', SOON, async () => {
  const { items, total } = await browser.ask('photos', { page: 0 });
  assert.equal(total, 6);
  assert.deepEqual(
    items.map(({ name, kind, onlyInCloud, deleted }) => [name, kind, onlyInCloud, deleted]),
    [
      ['IMG_0001.JPG', 'photo', false, true],
      ['IMG_0005.JPG', 'photo', false, false],
      ['IMG_0004.PNG', 'photo', false, false],
      ['IMG_0777.HEIC', 'photo', true, false],
      ['Fjord: Ålesund.MOV', 'video', false, false],
      ['IMG_0001.HEIC', 'photo', false, false],
    ],
  );
  assert.notEqual(items[3]?.thumbnail, null, 'of one that is in iCloud the phone kept a small picture');
  assert.equal(items[3]?.fileId, null);
});

test('messages are conversations with names, contacts come by name', SOON, async () => {
  const conversations = await browser.ask('conversations', {});
  assert.ok(conversations.some(({ app }) => app === 'whatsapp'));
  const talk = conversations.find(({ title }) => title.includes('Ana Müller'));
  assert.ok(talk);
  const { items, total } = await browser.ask('messages', { conversation: talk.id, page: 0 });
  assert.equal(total, talk.messages);
  assert.ok(items.some(({ text }) => text.includes('Grüße aus Łódź')));
  assert.ok(
    items.some(({ attachments }) => attachments.some(({ image, fileId }) => image && fileId !== null)),
  );
  const contacts = await browser.ask('contacts', { page: 0 });
  assert.ok(contacts.items.some(({ name, values }) => name.includes('Ana') && values.length > 0));
});

test('searching finds names of files by themselves, and what is written inside', SOON, async () => {
  const names = await browser.ask('search', { text: 'ubersicht', in: 'names' });
  assert.deepEqual(
    names.hits.map((hit) => (hit.kind === 'file' ? hit.path : hit.kind)),
    ['Documents/Übersicht 旅行 ☕.txt'],
  );
  const many = await browser.ask('search', { text: '.txt', in: 'names' });
  assert.deepEqual([many.hits.length, many.more], [300, true]);
  const contents = await browser.ask('search', { text: 'müller', in: 'contents' });
  assert.ok(contents.hits.some(({ kind }) => kind === 'contact'));
});

test('a file comes out as it was on the phone; one that is not there is told apart', SOON, async () => {
  const { items } = await browser.ask('files', { domain: JOURNAL, folder: 'Documents', page: 0 });
  const large = items.find(({ path }) => path.endsWith('large.bin'));
  assert.ok(large);
  const file = await browser.read(large.fileId);
  assert.ok(file);
  assert.equal(file.name, 'large.bin');
  assert.deepEqual(await buffer(file.pieces), Buffer.alloc(3_000_001, 'thaw'));
  assert.equal(await browser.read('0'.repeat(40)), undefined);
});

test('the page gets files only to be kept, and shows only what is a picture by its bytes', SOON, async () => {
  await using opened = new OpenedBackups(systemClock);
  const routes = new Hono()
    .route(
      '/',
      browseRoutes(opened, async () => ({ folder })),
    )
    .onError((thrown, context) => problemAnswer(context, thrown));
  const json = { 'content-type': 'application/json' };
  const unlock = (password: string) =>
    routes.request('/1/unlock', { method: 'POST', headers: json, body: JSON.stringify({ password }) });
  assert.equal((await routes.request('/1/summary')).status, 403, 'it is locked');
  assert.equal((await unlock('wrong')).status, 403);
  assert.equal((await unlock(PASSWORD)).status, 200);
  assert.equal(await opened.passwordOf('1'), PASSWORD);

  const found = await browser.ask('search', { text: 'page.html', in: 'names' });
  const [page] = found.hits;
  assert.ok(page?.kind === 'file');
  const download = await routes.request(`/1/file/${page.fileId}/download`);
  assert.equal(download.headers.get('content-type'), 'application/octet-stream');
  assert.equal(download.headers.get('x-content-type-options'), 'nosniff');
  assert.match(
    download.headers.get('content-disposition') ?? '',
    /^attachment; filename="[^"/\\]*page\.html"/,
  );
  assert.equal((await download.arrayBuffer()).byteLength, page.bytes);
  assert.equal((await routes.request(`/1/photos/${page.fileId}/thumbnail`)).status, 404, 'no picture');

  const photos = await browser.ask('photos', { page: 0 });
  const thumbnail = photos.items.find((photo) => photo.thumbnail !== null)?.thumbnail;
  const picture = await routes.request(`/1/photos/${thumbnail}/thumbnail`);
  assert.match(picture.headers.get('content-type') ?? '', /^image\/(?:png|jpeg|gif)$/);
  assert.match(picture.headers.get('content-security-policy') ?? '', /sandbox/);
});

test('a backup that was closed says so, and leaves nothing behind', SOON, async () => {
  const closed = await BackupBrowser.open({ folder, password: PASSWORD }, signal);
  await closed[Symbol.asyncDispose]();
  await assert.rejects(closed.ask('domains', {}), { code: 'backup.shut' });
});

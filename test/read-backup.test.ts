import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtempDisposable, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backup } from '../src/app/backup.ts';
import { type ExtractEvent, type ExtractRequest, extract, type Kind } from '../src/app/extract.ts';
import { type Choice, listFiles, sumDomains } from '../src/app/list.ts';
import { search } from '../src/app/search.ts';
import { systemClock } from '../src/kit/clock.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { fileIdOf } from '../src/wire/file-id.ts';
import { PhoneFolder } from './support/app-data/phone-folder.ts';
import { modernPhone, oldPhone } from './support/app-data/whole-phone.ts';
import { thaw } from './support/thaw.ts';

const PASSWORD = 'pässwörd 密码';
const SOON = { timeout: 120_000 };

/** An encrypted backup of a phone of today and a plain one of an old phone, made once. */
const made = new AsyncDisposableStack();
let root = '';
const modern = (): string => join(root, 'modern');
const old = (): string => join(root, 'old');

before(async () => {
  root = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-read-'))).path;
  await backUp('modern', modernPhone, { encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 });
  await backUp('old', oldPhone, {});
}, SOON);
after(() => made.disposeAsync());

async function backUp(name: string, fill: (phone: PhoneFolder) => void, phone: object): Promise<void> {
  const [contents, destination] = [join(root, `${name}-phone`), join(root, name)];
  await mkdir(destination);
  fill(new PhoneFolder(contents));
  await using virtual = await startVirtual({
    phone: { passcode: false, ...phone },
    content: { folder: contents },
  });
  const request = { usbmuxd: virtual.address, destination, full: false, password: PASSWORD };
  for await (const _ of backup(request, systemClock, AbortSignal.timeout(60_000)));
}

async function bringOut(
  folder: string,
  to: string,
  as?: Kind,
): Promise<{ facts: ExtractEvent[]; path: string }> {
  const path = join(root, to);
  const facts: ExtractEvent[] = [];
  const request: ExtractRequest = {
    folder,
    to: path,
    choice: {},
    password: PASSWORD,
    ...(as !== undefined && { as }),
  };
  await extract(request, systemClock, (fact) => facts.push(fact), AbortSignal.timeout(60_000));
  return { facts, path };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}

/** Beside them lies what Thaw keeps for itself. */
async function backupsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.'));
}

const leftOut = (facts: readonly ExtractEvent[]): unknown[] =>
  facts.flatMap((fact) => (fact.type === 'left-out' ? [[fact.name, fact.reason, fact.count]] : []));

test(
  'files come out of an encrypted backup byte for byte, with their times; the second time nothing is written',
  SOON,
  async () => {
    const { path, facts } = await bringOut(modern(), 'raw');
    const phone = join(root, 'modern-phone');
    const names = await filesIn(phone);
    // Names that some disk does not take are told apart from the phone's; none of these has one.
    assert.deepEqual(await filesIn(path), names);
    for (const name of names) {
      assert.deepEqual(await readFile(join(path, name)), await readFile(join(phone, name)), name);
      const [out, on] = [await stat(join(path, name)), await stat(join(phone, name))];
      assert.equal(Math.floor(out.mtimeMs / 1000), Math.floor(on.mtimeMs / 1000), name);
    }
    assert.ok(facts.some((fact) => fact.type === 'progress' && fact.done === names.length));
    const again = await bringOut(modern(), 'raw');
    assert.ok(again.facts.every((fact) => fact.type !== 'file.extracted' || fact.result === 'same'));
  },
);

test(
  'photos: by month, Live and edited halves beside, apart what the phone keeps apart, and what is only in iCloud',
  SOON,
  async () => {
    for (const [folder, to] of [
      [modern(), 'photos'],
      [old(), 'old-photos'],
    ] as const) {
      const { path, facts } = await bringOut(folder, to, 'photos');
      const files = (await filesIn(join(path, 'Photos'))).filter((name) => !/html|json/.test(name));
      assert.deepEqual(files, [
        '2024/2024-05/2024-05-17 14.00.01 IMG_0001.HEIC',
        '2024/2024-05/2024-05-17 14.00.01 IMG_0001.MOV',
        '2024/2024-05/2024-05-17 14.00.01 IMG_0001_edited.jpg',
        '2024/2024-05/2024-05-17 14.00.02 Fjord_ Ålesund.MOV',
        'Albums/Summer _ 2024.m3u8',
        'Hidden/2024-05-17 14.00.04 IMG_0004.PNG',
        'Not in the library/IMG_9999.JPG',
        'Recently Deleted/2024-05-17 14.00.06 IMG_0001.JPG',
        'previews/2024/2024-05/2024-05-17 14.00.01 IMG_0001_preview.JPG',
        'previews/2024/2024-05/2024-05-17 14.00.03 IMG_0777_preview.JPG',
      ]);
      assert.deepEqual(leftOut(facts), [
        ['photos and videos', 'only-in-icloud', 1],
        ['photos and videos', 'not-in-backup', 1],
      ]);
      const [first = ''] = (await readFile(join(path, 'Photos', 'photos.jsonl'), 'utf8')).split('\n');
      const asset = JSON.parse(first);
      assert.deepEqual(
        [asset.special, asset.favorite, asset.albums[0].title],
        ['live', true, 'Summer / 2024'],
      );
    }
  },
);

test(
  'messages: pages with names out of the address book, attachments beside, nothing that could run',
  SOON,
  async () => {
    const { path, facts } = await bringOut(modern(), 'messages', 'messages');
    const talk = join(path, 'Messages', 'Ana Müller; Söhne');
    const page = await readFile(join(talk, 'index.html'), 'utf8');
    assert.match(page, /Grüße aus Łódź 👋 &lt;script&gt;/);
    assert.doesNotMatch(page, /<script|href="attachments\/[^"]*html/);
    assert.match(page, /<img src="attachments\/IMG_2001\.jpeg"/);
    assert.match(page, /default-src &#39;none&#39;/);
    assert.deepEqual(await readdir(join(talk, 'attachments')), ['.._.._page.html', 'IMG_2001.jpeg']);
    assert.deepEqual(leftOut(facts), [['attachments', 'not-in-backup', 1]]);
    const lines = (await readFile(join(talk, 'messages.jsonl'), 'utf8')).trim().split('\n');
    assert.equal(lines.length, 9);
    const group = await readFile(join(path, 'Messages', 'Hiking _b_club__b_ ⛰', 'index.html'), 'utf8');
    assert.match(group, /You added Ana Müller; Söhne\./);

    const before11 = await bringOut(old(), 'old-messages', 'messages');
    assert.match(
      await readFile(join(before11.path, 'Messages', '+15551234567', 'index.html'), 'utf8'),
      /Old 3/,
    );
  },
);

test('WhatsApp comes out like Messages', SOON, async () => {
  const { path, facts } = await bringOut(modern(), 'whatsapp', 'whatsapp');
  const files = await filesIn(join(path, 'WhatsApp'));
  assert.ok(
    files.includes('Ana/attachments/Vertrag.pdf') && files.includes('Ana/attachments/pic.jpg'),
    files.join(),
  );
  const lines = (await readFile(join(path, 'WhatsApp', 'Ana', 'messages.jsonl'), 'utf8')).trim().split('\n');
  const messages = lines.slice(1).map((line) => JSON.parse(line));
  assert.equal(messages[4].replyTo, 'S1');
  assert.deepEqual(messages[4].tapbacks, [
    { mark: '❤️', fromMe: false, sender: '+4915112345678' },
    { mark: '🎉', fromMe: true },
  ]);
  assert.match(await readFile(join(path, 'WhatsApp', 'Ana', 'index.html'), 'utf8'), /❤️ Ana[^·]* · 🎉 you/);
  assert.deepEqual(messages[5].tapbacks, [], 'of a receipt that is torn');
  assert.equal(messages[6].unsent, true);
  assert.match(await readFile(join(path, 'WhatsApp', 'Fußball', 'index.html'), 'utf8'), /~Noor/);
  assert.deepEqual(leftOut(facts), [
    ['attachments', 'not-in-backup', 1],
    ['messages like polls or calls', 'unknown-format', 1],
  ]);
});

test('calls, of today and of iOS 7, with the names of the address book', SOON, async () => {
  const { path } = await bringOut(modern(), 'calls', 'calls');
  const rows = (await readFile(join(path, 'Calls', 'calls.csv'), 'utf8')).split('\r\n');
  assert.deepEqual(rows.slice(1, 5), [
    '2024-05-17T08:03:00.000Z,outgoing,connected,9,"\'+15550001111, Kim",\'+15550001111 kim@example.com,FaceTime audio,',
    '2024-05-17T08:02:00.000Z,incoming,connected,5,Noor,,net.whatsapp.WhatsApp,',
    '2024-05-17T08:01:00.000Z,incoming,not-connected,0,Kim,kim@example.com,FaceTime video,',
    "2024-05-17T08:00:00.000Z,outgoing,connected,66,Ana Müller; Söhne,+4915112345678,Phone,'=Österreich",
  ]);
  const earlier = await bringOut(old(), 'old-calls', 'calls');
  assert.match(
    await readFile(join(earlier.path, 'Calls', 'calls.csv'), 'utf8'),
    /2013-05-17T08:00:00\.000Z,outgoing,connected,30/,
  );
});

test('voice memos under their titles; notes, contacts, calendar and Safari beside', SOON, async () => {
  const { path, facts } = await bringOut(modern(), 'rest', 'voice-memos');
  const memos = await readdir(join(path, 'Voice Memos', 'Music _ ideas'));
  assert.match(memos[0] ?? '', / Großmutter erzählt_\.m4a$/);
  assert.deepEqual(leftOut(facts), [['recordings', 'only-in-icloud', 1]]);
  const notes = await bringOut(modern(), 'rest', 'notes');
  assert.deepEqual(leftOut(notes.facts), [
    ['texts of notes', 'locked', 1],
    ['texts of notes', 'unknown-format', 1],
    ['tables in notes', 'unknown-format', 1],
  ]);
  for (const kind of ['contacts', 'calendar', 'safari'] as const) await bringOut(modern(), 'rest', kind);
  const files = await filesIn(path);
  for (const file of [
    'Notes/Küche/Kuchen/attachments/Skizze.jpeg',
    'Contacts/Contacts.vcf',
    'Contacts/Contacts (vCard 4.0).vcf',
    'Calendar/Zuhause (iCloud).ics',
    'Safari/bookmarks.html',
    'Safari/history.csv',
  ]) {
    assert.ok(files.includes(file), file);
  }
  assert.doesNotMatch(await readFile(join(path, 'Safari', 'bookmarks.html'), 'utf8'), /HREF="javascript/i);
});

test('what a backup does not hold is said, and why', SOON, async () => {
  await assert.rejects(bringOut(old(), 'none', 'contacts'), { code: 'extract.none' });
  await assert.rejects(bringOut(old(), 'none', 'whatsapp'), { code: 'extract.none' });
});

test(
  'a search finds names, contacts, notes and messages, in any case and without accents',
  SOON,
  async () => {
    const find = async (text: string): Promise<string[]> => {
      const hits: string[] = [];
      const request = { folder: modern(), password: PASSWORD };
      for await (const hit of search(request, text, AbortSignal.timeout(60_000))) hits.push(hit.kind);
      return hits;
    };
    assert.deepEqual(await find('GRUSSE AUS LODZ'), ['message']);
    assert.deepEqual(await find('kasekuchen'), ['note']);
    assert.deepEqual(await find('015112345678'), ['contact']);
    assert.deepEqual(await find('ubersicht 旅行'), ['file']);
    assert.deepEqual(await find('samstag'), ['message']);
    assert.deepEqual(await find('nowhere to be found'), []);
  },
);

test('files are listed by path, domain, size, date and app, and summed up by domain', SOON, async () => {
  const request = { folder: modern(), password: PASSWORD };
  const list = async (choice: Choice): Promise<string[]> => {
    const found: string[] = [];
    for await (const { domain, relativePath } of listFiles(request, choice, AbortSignal.timeout(60_000)))
      found.push(`${domain} ${relativePath}`);
    return found.sort();
  };
  const journal = 'AppDomain-com.example.journal Documents';
  assert.deepEqual(await list({ glob: '*.mov', domain: 'CameraRoll*' }), [
    'CameraRollDomain Media/DCIM/100APPLE/IMG_0001.MOV',
    'CameraRollDomain Media/DCIM/100APPLE/IMG_0002.MOV',
  ]);
  assert.deepEqual(await list({ minSize: 2_000_000 }), [`${journal}/large.bin`]);
  assert.deepEqual(await list({ maxSize: 0 }), [`${journal}/empty`]);
  const leapDay = { since: new Date('2020-02-29T00:00:00Z'), until: new Date('2020-03-01T00:00:00Z') };
  assert.deepEqual(await list(leapDay), [`${journal}/Übersicht 旅行 ☕.txt`]);
  const sums = await sumDomains(request, { app: 'net.whatsapp.WhatsApp' }, AbortSignal.timeout(60_000));
  assert.deepEqual(
    sums.map(({ app, files }) => [app, files]),
    [['WhatsApp', 3]],
  );
});

test(
  'on the command line: lines in a pipe, the password out of the environment, wrong usage told',
  SOON,
  async () => {
    process.env['THAW_BACKUP_PASSWORD'] = PASSWORD;
    const run = (...args: readonly string[]) => thaw(args, '127.0.0.1:9');
    const listed = await run('list', modern(), '--domain', 'AppDomain-com.example.journal', '--glob', '*☕*');
    assert.equal(listed.status, 0, listed.stderr);
    const size = Buffer.byteLength('ünïcode');
    const path = 'Documents/Übersicht 旅行 ☕.txt';
    assert.equal(
      listed.stdout,
      `${size}\t2020-02-29T23:59:59.000Z\tAppDomain-com.example.journal\t${path}\n`,
    );
    const found = await run('search', modern(), 'quark', '--json');
    assert.equal(JSON.parse(found.stdout).kind, 'note');
    assert.equal((await run('list', modern(), '--since', 'yesterday')).status, 2);
    const [udid = ''] = await backupsIn(old());
    const inside = await run('extract', old(), '--to', join(old(), udid, 'out'));
    assert.equal(inside.status, 2, inside.stderr);
    assert.match(inside.stderr, /is inside the backup/);
  },
);

test(
  'a file that is missing or damaged does not stop the others, and the exit status tells',
  SOON,
  async () => {
    process.env['THAW_BACKUP_PASSWORD'] = PASSWORD;
    const copy = join(root, 'damaged');
    await cp(modern(), copy, { recursive: true });
    const [udid = ''] = await backupsIn(copy);
    const id = fileIdOf('CameraRollDomain', 'Media/DCIM/100APPLE/IMG_0002.MOV');
    await rm(join(copy, udid, id.slice(0, 2), id));
    const done = await thaw(
      [
        'extract',
        copy,
        '--udid',
        udid,
        '--to',
        join(root, 'partly'),
        '--domain',
        'CameraRollDomain',
        '--json',
      ],
      '127.0.0.1:9',
    );
    assert.equal(done.status, 5, done.stderr);
    const events = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      events.filter((event) => event.type === 'file.failed').map((event) => [event.path, event.code]),
      [['Media/DCIM/100APPLE/IMG_0002.MOV', 'archive.file-missing']],
    );
    assert.equal(events.at(-1).files, (await filesIn(join(root, 'partly'))).length);
  },
);

test('a reader that has seen enough ends a list quietly', SOON, async () => {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const env = { ...process.env, THAW_BACKUP_PASSWORD: PASSWORD };
  const child = spawn(process.execPath, [main, 'list', modern()], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  const [said, status] = await Promise.all([
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  assert.deepEqual([said, status], ['', 0]);
});

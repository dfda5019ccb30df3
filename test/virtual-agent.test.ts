import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../src/kit/clock.ts';
import { agentOf } from '../src/virtual/backup-agent/agent.ts';
import { encodeStatus } from '../src/virtual/backup-agent/status-plist.ts';
import { VirtualPhone } from '../src/virtual/phone.ts';
import { type ScenarioInput, scenarioSchema } from '../src/virtual/scenario.ts';
import type { PlistDict } from '../src/wire/plist/value.ts';
import { MemoryHost } from './virtual/memory-host.ts';

function phoneOf(scenario: ScenarioInput = {}): VirtualPhone {
  const quick = { phone: { passcode: false }, content: { files: 200, bytes: 1_000_000 } };
  const phone = new VirtualPhone(scenarioSchema.parse({ ...quick, ...scenario }), systemClock);
  phone.faults.start();
  return phone;
}

/** One backup; gives the phone's Response. */
async function backUp(phone: VirtualPhone, host: MemoryHost, options = {}): Promise<PlistDict | undefined> {
  const response = await host.request({
    MessageName: 'Backup',
    TargetIdentifier: phone.udid,
    Options: options,
  });
  await host.leave();
  return response;
}

/** A further conversation with the same folder. */
async function again(phone: VirtualPhone, before: MemoryHost): Promise<MemoryHost> {
  const host = await MemoryHost.connect(phone);
  for (const [path, bytes] of before.files) host.files.set(path, bytes);
  return host;
}

/** Folders with files in them, 00 to ff. */
function foldersIn(host: MemoryHost): number {
  return new Set([...host.files.keys()].map((path) => /\/([0-9a-f]{2})\//.exec(path)?.[1]).filter(Boolean))
    .size;
}

/** What was asked, repetitions counted. */
function outline(host: MemoryHost): string[] {
  const lines: { name: string; times: number }[] = [];
  for (const { name } of host.asked) {
    const last = lines.at(-1);
    if (last?.name === name) last.times += 1;
    else lines.push({ name, times: 1 });
  }
  return lines.map(
    ({ name, times }) => `${name.replace(/^DL(Message)?/, '')}${times > 1 ? ` ×${times}` : ''}`,
  );
}

test('a first backup is the conversation that phones hold', async () => {
  using phone = phoneOf();
  const host = await MemoryHost.connect(phone);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 0);
  assert.deepEqual(outline(host), [
    'DownloadFiles',
    'GetFreeDiskSpace',
    'CreateDirectory ×514',
    // Status, two batches of files, Manifest.plist, Manifest.db, Status
    'UploadFiles ×6',
    'MoveItems ×4',
    'UploadFiles',
    'RemoveItems',
    'UploadFiles',
    'DownloadFiles ×3',
    `ContentsOfDirectory ×${1 + foldersIn(host)}`,
  ]);
});

test('a block beyond what the daemon may hold gets it killed, and a report tells why', async () => {
  using phone = phoneOf({ faults: [{ do: 'memory-kill', limitBytes: 100_000 }] });
  const first = await MemoryHost.connect(phone);
  await backUp(phone, first);
  const host = await again(phone, first);
  host.blockBytes = 1_000_000;
  assert.equal(await backUp(phone, host), undefined);
  assert.ok(phone.crashReports.tree.list('').some((name) => name.startsWith('JetsamEvent')));
});

test('what the computer says of its own failures decides how the run ends', async () => {
  for (const [status, errorCode] of [
    [-15, 105],
    [-6, 4],
    [-11, 100],
    [-1, 100],
    [-13, 2],
  ] as const) {
    using phone = phoneOf();
    const host = await MemoryHost.connect(phone);
    host.status = ({ name }) => (name === 'DLMessageUploadFiles' ? status : 0);
    assert.equal((await backUp(phone, host))?.get('ErrorCode'), errorCode);
  }
});

test('folders that exist already are as good as new ones', async () => {
  using phone = phoneOf();
  const host = await MemoryHost.connect(phone);
  host.status = ({ name }) => (name === 'DLMessageCreateDirectory' ? -7 : 0);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 0);
});

test('too little space: the phone asks for a purge and goes by what that gave', async () => {
  for (const { answer, freed, errorCode } of [
    { answer: 0, freed: 10_000_000_000, errorCode: 0 },
    { answer: 0, freed: 0, errorCode: 105 },
    { answer: -1, freed: 10_000_000_000, errorCode: 105 },
  ]) {
    using phone = phoneOf();
    const host = await MemoryHost.connect(phone);
    host.freeBytes = 100_000_000;
    host.status = ({ name }) => {
      if (name !== 'DLMessagePurgeDiskSpace') return 0;
      host.freeBytes += freed;
      return answer;
    };
    assert.equal((await backUp(phone, host))?.get('ErrorCode'), errorCode);
    const purge = host.asked.find(({ name }) => name === 'DLMessagePurgeDiskSpace');
    const missing = 1_000_000 + 2 ** 27 - 100_000_000 + 2 ** 31;
    assert.deepEqual(purge, { name: 'DLMessagePurgeDiskSpace', bytes: missing, urgency: 4 });
  }
});

test('a computer that lost a file, be it an empty one, is found out', async () => {
  using phone = phoneOf();
  const host = await MemoryHost.connect(phone);
  host.status = ({ name }) => {
    const empty = [...host.files].find(([path, bytes]) => bytes.length === 0 && !path.includes('Snapshot'));
    if (name === 'DLMessageMoveItems' && empty) host.files.delete(empty[0]);
    return 0;
  };
  const response = await backUp(phone, host);
  assert.equal(response?.get('ErrorCode'), 205);
  assert.match(String(response?.get('ErrorDescription')), /^Manifest references files not in backup/);
});

test('a file the phone cannot read is reported in the stream, and ends the run with 104', async () => {
  using phone = phoneOf({ faults: [{ when: { file: 20 }, do: 'bad-file', text: 'Input/output error (5)' }] });
  const host = await MemoryHost.connect(phone);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 104);
  assert.deepEqual([...host.unreadable.values()], ['Input/output error (5)']);
});

test('one that does no harm is left out of the manifest, and the run ends well', async () => {
  using phone = phoneOf({ faults: [{ when: { file: 201 }, do: 'bad-file' }] });
  const harmless = { domain: 'HomeDomain', relativePath: 'Library/FileProvider/backup/backup_manifest.db' };
  (await agentOf(phone)).content.change({ add: [{ ...harmless, bytes: 5000 }] });
  const host = await MemoryHost.connect(phone);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 0);
  assert.equal(host.unreadable.size, 1);
});

test('a phone locked on the way cannot read its best protected files', async () => {
  using phone = phoneOf({
    phone: { passcode: true, ios: '15.8' },
    faults: [{ when: { file: 20 }, do: 'lock' }],
  });
  const host = await MemoryHost.connect(phone);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 208);
  assert.ok(host.unreadable.size > 10);
});

test('cancelled on the phone, a computer that takes no notice is sent away with 202', async () => {
  using phone = phoneOf({ faults: [{ when: { file: 20 }, do: 'cancel-on-phone', graceSeconds: 0.05 }] });
  const host = await MemoryHost.connect(phone);
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 202);
});

test('an empty Manifest.plist without a Manifest.db asks for a full backup', async () => {
  using phone = phoneOf();
  const host = await MemoryHost.connect(phone);
  host.files.set(`${phone.udid}/Status.plist`, statusOf('3.3'));
  host.files.set(`${phone.udid}/Manifest.plist`, Buffer.alloc(0));
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 0);
});

test('a backup from before iOS 10 is set aside, and gone when the new one is whole', async () => {
  using phone = phoneOf();
  const host = await MemoryHost.connect(phone);
  host.files.set(`${phone.udid}/Status.plist`, statusOf('2.4'));
  host.files.set(`${phone.udid}/Manifest.mbdb`, Buffer.from('mbdb'));
  assert.equal((await backUp(phone, host))?.get('ErrorCode'), 0);
  const moved = host.asked.find(({ name }) => name === 'DLMessageMoveItems');
  assert.match(JSON.stringify(moved), /-\d{8}-\d{6}"/);
  assert.deepEqual(
    [...host.files.keys()].filter((path) => path.includes('mbdb')),
    [],
  );
});

test('a request for another phone, or one that does not exist, is refused', async () => {
  using phone = phoneOf();
  for (const message of [
    { MessageName: 'Backup', TargetIdentifier: 'another' },
    { MessageName: 'Teleport', TargetIdentifier: phone.udid },
  ]) {
    const host = await MemoryHost.connect(phone);
    assert.equal((await host.request(message))?.get('ErrorCode'), 1);
    await host.leave();
  }
});

test('erased, the phone hangs up, is empty, and trusts nobody', async () => {
  using phone = phoneOf();
  const { content } = await agentOf(phone);
  const host = await MemoryHost.connect(phone);
  assert.equal(await host.request({ MessageName: 'EraseDevice', TargetIdentifier: phone.udid }), undefined);
  assert.equal(content.digests().size, 0);
});

function statusOf(version: string): Buffer {
  const uuid = '0A1B2C3D-4E5F-4A6B-8C7D-8E9FA0B1C2D3';
  const rest = { backupState: 'new', snapshotState: 'finished', isFullBackup: true } as const;
  return encodeStatus({ uuid, date: new Date(), version, ...rest });
}

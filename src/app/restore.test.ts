import assert from 'node:assert/strict';
import { cp, mkdtempDisposable, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fingerprints } from '../../test/interop/support/folders.ts';
import { systemClock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { agentOf } from '../virtual/backup-agent/agent.ts';
import type { PhoneContent } from '../virtual/content/phone-content.ts';
import type { VirtualPhone } from '../virtual/phone.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { backup } from './backup.ts';
import { type Overwriting, type RestoreRequest, restoreBackup } from './restore.ts';
import { isOlder } from './restore-preflight.ts';

const content = { seed: 5, files: 120, bytes: 1_500_000 };
const EVERYTHING = { systemFiles: true, keepSettings: false, removeOthers: false, reboot: false };

/** A phone that has been backed up, and another one to restore to. */
class Pair implements AsyncDisposable {
  readonly folder: string;
  readonly from: VirtualPhone;
  readonly to: VirtualPhone;
  readonly #virtual: RunningVirtual;
  readonly #resources: AsyncDisposable;

  private constructor(folder: string, virtual: RunningVirtual, resources: AsyncDisposable) {
    const [from, to = virtual.phone] = virtual.phones;
    this.folder = folder;
    this.from = from ?? virtual.phone;
    this.to = to;
    this.#virtual = virtual;
    this.#resources = resources;
  }

  static async make(from: ScenarioInput['phone']): Promise<Pair> {
    await using resources = new AsyncDisposableStack();
    const { path } = resources.use(await mkdtempDisposable(join(tmpdir(), 'thaw-restore-')));
    const quick = { passcode: false, keybagRounds: 100 };
    const virtual = resources.use(
      await startVirtual([
        { phone: { ...quick, name: 'Old phone', ...from }, content },
        { seed: 2, phone: { ...quick, passcode: true, name: 'New phone' }, content: { files: 0, bytes: 0 } },
      ]),
    );
    const pair = new Pair(path, virtual, resources.move());
    await pair.backUp();
    return pair;
  }

  async backUp(): Promise<void> {
    const { address, phone } = this.#virtual;
    const request = { destination: this.folder, udid: phone.udid, usbmuxd: address, full: false };
    for await (const _ of backup(request, systemClock, AbortSignal.timeout(60_000)));
  }

  /** `onSending` is called once the first files cross. */
  async restore(
    request: Partial<RestoreRequest> = {},
    onSending = () => {},
    signal = AbortSignal.timeout(60_000),
  ): Promise<Ended> {
    const events: RunEvent[] = [];
    const whole: RestoreRequest = {
      folder: this.folder,
      source: this.from.udid,
      udid: this.to.udid,
      usbmuxd: this.#virtual.address,
      options: EVERYTHING,
      copyFirst: false,
      fetchApps: true,
      password: async () => undefined,
      confirm: async () => true,
      ...request,
    };
    try {
      for await (const event of restoreBackup(whole, systemClock, signal)) {
        events.push(event);
        if (event.type === 'phase.changed' && event.phase === 'sending') onSending();
      }
      return { events, code: undefined };
    } catch (thrown) {
      assert.ok(thrown instanceof ThawError, String(thrown));
      return { events, code: thrown.code };
    }
  }

  /** Makes the other phone as it was when it came. */
  async erase(): Promise<void> {
    const { to } = await this.contents();
    for (let slot = 0; slot < to.slots; slot += 1) to.remove(slot);
    Object.assign(this.to, { findMy: false, setupDone: true, locked: false });
    this.to.storage.free = 61_000_000_000;
  }

  async contents(): Promise<{ readonly from: PhoneContent; readonly to: PhoneContent }> {
    const [from, to] = await Promise.all([agentOf(this.from), agentOf(this.to)]);
    return { from: from.content, to: to.content };
  }

  async assertRestored(): Promise<void> {
    const { from, to } = await this.contents();
    assert.deepEqual(to.digests(), from.digests());
  }

  async assertUntouched(): Promise<void> {
    assert.equal((await this.contents()).to.digests().size, 0);
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#resources[Symbol.asyncDispose]();
  }
}

interface Ended {
  readonly events: readonly RunEvent[];
  readonly code: string | undefined;
}

function sentenceOf({ events }: Ended): string {
  const named = events.find((event) => event.type === 'cause.named');
  return named?.type === 'cause.named' ? named.cause.sentence : '';
}

function endOf({ events }: Ended) {
  const last = events.at(-1);
  assert.ok(last?.type === 'run.finished');
  return last;
}

let pair: Pair;
const made = new AsyncDisposableStack();
after(() => made.disposeAsync());

describe('a plain backup', () => {
  before(async () => {
    pair = made.use(await Pair.make({}));
  });
  beforeEach(() => pair.erase());

  test('everything is on the phone afterwards, and the run says that the phone agreed', async () => {
    const onDisk = await fingerprints(join(pair.folder, pair.from.udid));
    const ended = await pair.restore();
    assert.equal(ended.code, undefined);
    await pair.assertRestored();
    assert.deepEqual(await fingerprints(join(pair.folder, pair.from.udid)), onDisk);
    const { outcome, backup: summary } = endOf(ended);
    assert.equal(outcome, 'verified');
    assert.equal(summary?.files, (await fileNames(pair)).length);
  });

  test('the photos of the backup stay away when those on the phone are to be kept', async () => {
    const ended = await pair.restore({ options: { ...EVERYTHING, keepPhotos: true } });
    assert.equal(ended.code, undefined);
    const { from, to } = await pair.contents();
    const photos = [...from.digests()].filter(([name]) => name.startsWith('CameraRollDomain-'));
    const others = [...from.digests()].filter(([name]) => !name.startsWith('CameraRollDomain-'));
    assert.ok(photos.length > 0);
    assert.deepEqual([...to.digests()].sort(), others.sort());
  });

  test('everything that is in the way is named, before anybody is asked and anything is touched', async () => {
    Object.assign(pair.to, { findMy: true, setupDone: false, locked: true });
    pair.to.storage.free = 1000;
    const ended = await pair.restore({ confirm: async () => assert.fail('asked') });
    const also = ended.events.flatMap((event) =>
      event.type === 'note' && event.code === 'also-in-the-way' ? [event.facts['problem']] : [],
    );
    assert.deepEqual(
      [ended.code, ...also],
      ['restore.no-room', 'restore.find-my', 'restore.setup-unfinished', 'restore.locked'],
    );
    assert.equal(endOf(ended).outcome, 'needs-person');
    await pair.assertUntouched();
  });

  test('a backup that is not whole is not restored', async () => {
    const damaged = join(pair.folder, 'damaged');
    await cp(join(pair.folder, pair.from.udid), join(damaged, pair.from.udid), { recursive: true });
    const [name = ''] = await fileNames(pair);
    await truncate(join(damaged, pair.from.udid, name.slice(0, 2), name), 1_000_000);
    assert.equal((await pair.restore({ folder: damaged })).code, 'restore.not-whole');
    await rm(damaged, { recursive: true });
    await pair.assertUntouched();
  });

  test('nothing happens without consent; what is asked names the phone and the backup', async () => {
    const asked: Overwriting[] = [];
    const confirm = async (what: Overwriting) => {
      asked.push(what);
      return false;
    };
    assert.equal((await pair.restore({ confirm })).code, 'restore.not-confirmed');
    await pair.assertUntouched();
    assert.deepEqual(
      asked.map(({ phone, backup: { deviceName } }) => [phone, deviceName]),
      [['New phone', 'Old phone']],
    );
  });

  test('what the phone refuses after all is told by the same name', async () => {
    const changes = [
      [{ findMy: true }, 'restore.find-my'],
      [{ locked: true }, 'restore.locked'],
    ] as const;
    for (const [change, code] of changes) {
      await pair.erase();
      const confirm = async () => Object.assign(pair.to, change) === pair.to;
      assert.equal((await pair.restore({ confirm })).code, code);
    }
    await pair.erase();
    const fill = async () => Object.assign(pair.to.storage, { free: 1000 }).free > 0;
    const full = await pair.restore({ confirm: fill });
    assert.equal(full.code, 'restore.no-room');
    assert.match(sentenceOf(full), /holds 1.5 MB, and 1\.0 KB are free/);
  });

  test('a file that is gone when the phone asks for it: the rest is restored, and it is told', async () => {
    const [name = ''] = await fileNames(pair);
    const file = join(pair.folder, pair.from.udid, name.slice(0, 2), name);
    await cp(file, `${file}.kept`);
    const confirm = async () => {
      await rm(file);
      return true;
    };
    assert.equal((await pair.restore({ confirm })).code, 'restore.partly');
    await cp(`${file}.kept`, file);
    await rm(`${file}.kept`);
    const { from, to } = await pair.contents();
    assert.equal(to.digests().size, from.digests().size - 1);
  });

  test('only some domains: what else is on the phone stays', async () => {
    const { from, to } = await pair.contents();
    to.change({ add: [{ domain: 'HomeDomain', relativePath: 'Library/own', bytes: 10 }] });
    const own = to.digests();
    assert.equal((await pair.restore({ only: ['CameraRollDomain'] })).code, undefined);
    assert.deepEqual(to.digests(), new Map([...own, ...cameraRollOf(from)]));
  });

  test('a domain that the backup does not hold is wrong usage, and says what it holds', async () => {
    const ended = await pair.restore({ only: ['NoDomain'] });
    assert.equal(ended.code, 'usage');
    assert.match(JSON.stringify(ended.events), /called “NoDomain”. It holds AppDomain-/);
  });

  test('a cable that is pulled: the restore is told to be cut, and the next one makes it whole', async () => {
    const cut = await pair.restore({}, () => pair.to.cable.unplug());
    assert.equal(cut.code, 'restore.link-lost');
    pair.to.cable.plug();
    assert.equal((await pair.restore()).code, undefined);
    await pair.assertRestored();
  });

  test('stopped in the middle: it is said that the phone may hold a mixture', async () => {
    const stop = new AbortController();
    const interrupt = () => stop.abort(new DOMException('interrupted', 'AbortError'));
    const ended = await pair.restore({}, interrupt, stop.signal);
    assert.deepEqual([ended.code, endOf(ended).outcome], ['restore.stopped', 'cancelled']);
  });

  test('the phone’s own backup is copied first, if it has one here', async () => {
    assert.equal((await pair.restore({ copyFirst: true })).code, undefined);
    assert.equal((await foldersOf(pair)).length, 1);
    assert.equal((await pair.restore({ copyFirst: true, udid: pair.from.udid })).code, undefined);
    const [, copy = ''] = await foldersOf(pair);
    assert.match(copy, new RegExp(`^${pair.from.udid}-\\d{8}-\\d{6}$`));
    assert.equal((await pair.restore({ source: copy })).code, undefined);
  });

  test('an earlier state of the backup', async () => {
    const { from, to } = await pair.contents();
    const earlier = from.digests();
    from.change({ add: [{ domain: 'HomeDomain', relativePath: 'Library/later', bytes: 10 }] });
    await pair.backUp();
    assert.equal((await pair.restore({ generation: 1 })).code, undefined);
    assert.deepEqual(to.digests(), earlier);
    assert.equal((await pair.restore({ generation: 7 })).code, 'vault.no-generation');
  });
});

test('an encrypted backup is restored with its password and no other, in part too', async () => {
  await using encrypted = await Pair.make({ encrypt: true, backupPassword: 'pässword' });
  const wrong = await encrypted.restore({ password: async () => 'wrong' });
  assert.equal(wrong.code, 'restore.wrong-password');
  assert.equal((await encrypted.restore()).code, 'archive.password-needed');
  await encrypted.assertUntouched();
  const password = async () => 'pässword';
  assert.equal((await encrypted.restore({ password, only: ['CameraRollDomain'] })).code, undefined);
  const { from, to } = await encrypted.contents();
  assert.deepEqual(to.digests(), cameraRollOf(from));
  assert.equal((await encrypted.restore({ password })).code, undefined);
  await encrypted.assertRestored();
});

test('versions are compared by their numbers', () => {
  const pairs = [
    ['18.1', '26.2', true],
    ['26.2', '26.2', false],
    ['26.10', '26.9', false],
    ['26', '26.0.1', true],
  ] as const;
  for (const [version, other, older] of pairs) assert.equal(isOlder(version, other), older);
});

function cameraRollOf(phone: PhoneContent): Map<string, string> {
  const found = [...phone.digests()].filter(([name]) => name.startsWith('CameraRollDomain-'));
  assert.ok(found.length > 1);
  return new Map(found);
}

/** Names of the files in the backup. */
async function fileNames({ folder, from }: Pair): Promise<string[]> {
  const names = await readdir(join(folder, from.udid), { recursive: true });
  return names.map((name) => name.slice(3)).filter((name) => /^[0-9a-f]{40}$/.test(name));
}

async function foldersOf({ folder }: Pair): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
}

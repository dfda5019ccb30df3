import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../kit/clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import { connectTrusted } from '../rescue/connect.ts';
import { EncryptionForRun, type EncryptionNotes } from '../rescue/encryption-for-run.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { backup } from './backup.ts';
import { encryptionNotes } from './encryption-notes.ts';
import { localMux } from './local-mux.ts';

const CHILD = fileURLToPath(new URL('../../test/encryption-child.ts', import.meta.url));

/** A virtual phone, and the notes of the computer beside it. */
async function bench(phone: ScenarioInput['phone'] = {}) {
  const made = new AsyncDisposableStack();
  const virtual = made.use(await startVirtual({ speed: 100, phone: { keybagRounds: 10, ...phone } }));
  const folder = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-notes-'))).path;
  return {
    virtual,
    folder,
    notes: encryptionNotes(folder),
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  };
}

class Run {
  readonly facts: string[] = [];
  readonly encryption: EncryptionForRun;
  readonly #reach: (signal: AbortSignal) => Promise<Phone>;
  readonly #password: string | undefined;

  constructor(virtual: RunningVirtual, notes: EncryptionNotes, wanted: { on: boolean; password?: string }) {
    const emit = (fact: RunFact): void => {
      if (fact.type === 'note') this.facts.push(fact.code);
    };
    const mux = localMux(systemClock, virtual.address);
    this.#reach = (signal) => connectTrusted({ mux }, systemClock, emit, signal);
    this.#password = wanted.password;
    this.encryption = new EncryptionForRun({ wanted: wanted.on, notes, emit, reach: this.#reach });
  }

  async begin(t: TestContext): Promise<void> {
    await using phone = await this.#reach(t.signal);
    await this.encryption.begin(phone, this.#password, t.signal);
  }
}

test('encryption that was switched on for a run goes off again, unless the run ended well', async (t) => {
  await using place = await bench();
  const { virtual, notes } = place;
  const failed = new Run(virtual, notes, { on: true, password: 'secret' });
  await failed.begin(t);
  assert.equal(virtual.phone.backup.password, 'secret');
  await failed.encryption[Symbol.asyncDispose]();
  assert.equal(virtual.phone.backup.willEncrypt, false);
  assert.deepEqual(failed.facts, ['encryption-switched-on', 'encryption-switched-off-again']);

  const good = new Run(virtual, notes, { on: true, password: 'secret' });
  await good.begin(t);
  await good.encryption.keep();
  await good.encryption[Symbol.asyncDispose]();
  assert.equal(virtual.phone.backup.password, 'secret');
  assert.equal(await notes.isNoted(virtual.phone.udid), false);
});

test('encryption that was on before is left alone, however the run ends', async (t) => {
  await using place = await bench({ encrypt: true, backupPassword: 'own' });
  const run = new Run(place.virtual, place.notes, { on: true, password: 'other' });
  await run.begin(t);
  await run.encryption[Symbol.asyncDispose]();
  assert.deepEqual([place.virtual.phone.backup.password, run.facts], ['own', []]);
});

test('a phone that is gone at the end: the next run that has the password switches it off', async (t) => {
  await using place = await bench();
  const { virtual, notes } = place;
  const cut = new Run(virtual, notes, { on: true, password: 'secret' });
  await cut.begin(t);
  virtual.phone.cable.unplug();
  await cut.encryption[Symbol.asyncDispose]();
  assert.deepEqual(cut.facts, ['encryption-switched-on', 'encryption-left-on']);
  virtual.phone.cable.plug();

  const without = new Run(virtual, notes, { on: false });
  await without.begin(t);
  assert.deepEqual(without.facts, ['encryption-left-on']);
  const wrong = new Run(virtual, notes, { on: false, password: 'wrong' });
  await wrong.begin(t);
  assert.equal(virtual.phone.backup.willEncrypt, true);
  await new Run(virtual, notes, { on: false, password: 'secret' }).begin(t);
  assert.equal(virtual.phone.backup.willEncrypt, false);
  assert.equal(await notes.isNoted(virtual.phone.udid), false);
});

test('a run that wants encryption too takes over what a killed one left on', async (t) => {
  await using place = await bench();
  const { virtual, notes, folder } = place;
  const child = spawn(process.execPath, [CHILD, virtual.address, folder], {
    env: { ...process.env, THAW_BACKUP_PASSWORD: 'secret' },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: t.signal,
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await ended;
  assert.equal(virtual.phone.backup.willEncrypt, true);
  const next = new Run(virtual, notes, { on: true, password: 'secret' });
  await next.begin(t);
  await next.encryption[Symbol.asyncDispose]();
  assert.equal(virtual.phone.backup.willEncrypt, false);
});

test('a whole run: stopped in the middle it leaves no encryption behind, and whole it does', async (t) => {
  await using place = await bench({ passcode: false });
  const { virtual, folder } = place;
  const stateHome = process.env['XDG_STATE_HOME'];
  process.env['XDG_STATE_HOME'] = folder;
  t.after(() => {
    if (stateHome === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = stateHome;
  });
  const wanted = {
    destination: folder,
    usbmuxd: virtual.address,
    full: false,
    encrypt: true,
    password: 'secret',
  };
  const stop = new AbortController();
  const stopped = async () => {
    for await (const event of backup(wanted, systemClock, stop.signal)) {
      if (event.type === 'phase.changed' && event.phase === 'sending') stop.abort();
    }
  };
  await assert.rejects(stopped(), { name: 'AbortError' });
  assert.equal(virtual.phone.backup.willEncrypt, false);
  for await (const event of backup(wanted, systemClock, t.signal)) {
    if (event.type === 'run.finished') assert.equal(event.backup?.encrypted, true);
  }
  assert.equal(virtual.phone.backup.password, 'secret');
});

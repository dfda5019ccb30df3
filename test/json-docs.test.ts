import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunFact } from '../src/kit/run-event.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { thaw } from './support/thaw.ts';

const page = await readFile(new URL('../docs/json.md', import.meta.url), 'utf8');

/** The fields of the table row that is headed so: `true` for one that is always there. */
function fieldsOf(name: string): ReadonlyMap<string, boolean> {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
  assert.ok(row, `docs/json.md has no row ${name}`);
  const names = row.split('|')[2] ?? '';
  return new Map(
    [...names.matchAll(/`(\w+)(\??)`/g)].map(([, field = '', mark]) => [field, mark === ''] as const),
  );
}

function assertDocumented(name: string, value: unknown, beside: readonly string[] = []): void {
  assert.ok(typeof value === 'object' && value !== null, `${name} writes no object`);
  const fields = fieldsOf(name);
  const keys = Object.keys(value).filter((key) => !beside.includes(key));
  for (const key of keys)
    assert.ok(fields.has(key), `${name} writes “${key}”, which docs/json.md does not name`);
  for (const [field, always] of fields)
    assert.ok(!always || keys.includes(field), `${name} writes no “${field}”, which docs/json.md promises`);
}

/** Every kind of event there is: a new one does not compile here until it is named, and then fails until it is described. */
const EVENTS: Readonly<Record<RunFact['type'], true>> = {
  'run.started': true,
  'phase.changed': true,
  progress: true,
  'phone.asks': true,
  'phone.answered': true,
  note: true,
  'file.skipped': true,
  'link.lost': true,
  'link.back': true,
  'stall.suspected': true,
  'stall.cleared': true,
  'watch.told': true,
  'evidence.found': true,
  'cause.named': true,
  'remedy.started': true,
  'remedy.progress': true,
  'remedy.finished': true,
  'person.needed': true,
  'verify.progress': true,
  'run.finished': true,
};

test('docs/json.md describes every event there is', () => {
  for (const type of Object.keys(EVENTS)) fieldsOf(`\`${type}\``);
});

test('what the commands write is what docs/json.md says', async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-json-'));
  process.env['XDG_STATE_HOME'] = home.path;
  await using virtual = await startVirtual({
    phone: { passcode: true },
    content: { files: 30, bytes: 1_000_000 },
    owner: [{ when: 'passcode-prompt', after: 0, do: 'enter-passcode' }],
  });
  const { udid } = virtual.phone;
  const lines = async (...args: readonly string[]): Promise<readonly unknown[]> => {
    const { stdout } = await thaw([...args, '--json'], virtual.address);
    return stdout.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
  };

  const events = await lines('backup', '--to', home.path);
  const types = new Set<string>();
  for (const event of events) {
    assert.ok(typeof event === 'object' && event !== null && 'type' in event);
    types.add(String(event.type));
    assertDocumented(`\`${event.type}\``, event, ['type', 'at', 'run', 'udid']);
    assert.ok('at' in event && 'run' in event);
  }
  for (const type of ['run.started', 'phone.asks', 'progress', 'note'])
    assert.ok(types.has(type), `no ${type}`);
  const last = events.at(-1);
  assert.ok(typeof last === 'object' && last !== null && 'udid' in last && 'type' in last);
  assert.deepEqual([last.type, last.udid], ['run.finished', udid]);

  const one = async (name: string, ...args: readonly string[]): Promise<void> => {
    const written = await lines(...args);
    assert.equal(written.length, 1, name);
    const [value] = written;
    assertDocumented(name, Array.isArray(value) ? value[0] : value);
  };
  const each = async (name: string, ...args: readonly string[]): Promise<void> => {
    const written = await lines(...args);
    assert.ok(written.length > 0, name);
    for (const value of written) assertDocumented(name, value);
  };
  await Promise.all([
    one('`devices` (a list)', 'devices'),
    one('`verify`', 'verify', home.path),
    one('`history`', 'history', home.path),
    one('`report --list` (a list)', 'report', '--list'),
  ]);
  await Promise.all([
    one('`check`', 'check', '--to', home.path),
    one('`why`', 'why', '--seconds', '0.1'),
    one('`repair`', 'repair', home.path),
    each('`list`', 'list', home.path),
    each('`list --summary`', 'list', home.path, '--summary'),
  ]);
  await one('`report`', 'report', '--to', home.path);
  await one('`unpair`', 'unpair');
  const [failure] = await lines('verify', join(home.path, 'nothing'));
  assert.ok(typeof failure === 'object' && failure !== null && 'error' in failure);
  assertDocumented('`error`', failure.error);
});

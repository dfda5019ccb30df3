import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCrashReport } from './crash-report.ts';

const head = (bugType: string, more: object = {}): string =>
  JSON.stringify({ bug_type: bugType, timestamp: '2026-06-20 09:02:10.42 +0100', ...more });

test('a crash names its process, its signal and its time', () => {
  const body = { procName: 'BackupAgent2', exception: { type: 'EXC_CRASH', signal: 'SIGABRT' } };
  assert.deepEqual(
    parseCrashReport(
      'BackupAgent2-2026-06-20-090210.ips',
      `${head('309')}\n${JSON.stringify(body, null, 2)}\n`,
    ),
    [{ process: 'BackupAgent2', what: 'crash', reason: 'SIGABRT', at: new Date('2026-06-20T08:02:10.420Z') }],
  );
});

test('of all processes in a memory report the one with a reason was killed, not the largest', () => {
  const body = {
    memoryStatus: { pageSize: 16_384, memoryPages: { free: 1 } },
    largestProcess: 'Photos',
    processes: [
      { name: 'Photos', rpages: 120_000, states: ['frontmost'] },
      { name: 'BackupAgent2', rpages: 1000, reason: 'per-process-limit', 'freeze_skip_reason:': 'none' },
    ],
  };
  const [end, ...others] = parseCrashReport(
    'JetsamEvent-2026-06-20-090210.ips',
    `${head('298')}\n${JSON.stringify(body)}`,
  );
  assert.deepEqual(others, []);
  assert.equal(end?.process, 'BackupAgent2');
  assert.equal(end?.what, 'memory-kill');
  assert.equal(end?.reason, 'per-process-limit');
  assert.equal(end?.bytes, 16_384_000);
});

test('a process that wrote or computed too much is named by its file', () => {
  const [end] = parseCrashReport('backupd.diskwrites_resource-2026-06-20-090210.ips', `${head('145')}\n{}`);
  assert.deepEqual([end?.process, end?.what, end?.reason], ['backupd', 'resource-limit', 'diskwrites']);
});

test('reports of other kinds, cut ones and noise tell nothing and fail at nothing', () => {
  assert.deepEqual(parseCrashReport('stacks.ips', `${head('288')}\n{}`), []);
  assert.deepEqual(parseCrashReport('JetsamEvent.ips', `${head('298')}\n{"processes": [{"na`), []);
  fc.assert(
    fc.property(fc.string(), fc.json(), fc.string(), (name, json, rest) => {
      parseCrashReport(name, `${json}\n${rest}`);
      parseCrashReport(name, rest);
    }),
  );
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Recorder } from '../../app/runs/recorder.ts';
import { runsFolder, worksFolder } from '../../app/runs/run-files.ts';
import type { RunFact } from '../../kit/run-event.ts';
import type { ServerFact } from '../contract/events.ts';
import type { RunSummary } from '../contract/runs.ts';
import { PastRuns } from './past-runs.ts';

const UDID = '00008140-001A2B3C4D5E001E';
const VERIFY: ServerFact = {
  type: 'run.opened',
  kind: 'verify',
  phone: null,
  again: { kind: 'verify', backup: 'b1', depth: 'content' },
};
const END: RunFact = {
  type: 'run.finished',
  ...{ outcome: 'verified', cause: null, remedies: [], skipped: [], backup: null },
  ...{ previous: 'none', seconds: 1 },
};

/** What a server that was started now would list, after these records were left. */
async function listed(
  records: readonly { readonly folder: () => string; readonly facts: readonly (RunFact | ServerFact)[] }[],
): Promise<readonly RunSummary[]> {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-past-'));
  const before = process.env['XDG_STATE_HOME'];
  process.env['XDG_STATE_HOME'] = home.path;
  try {
    for (const [index, { folder, facts }] of records.entries()) {
      await using recorder = new Recorder(folder());
      const run = randomUUID();
      const at = new Date(Date.UTC(2026, 10, 22, 10, index)).toISOString();
      for (const fact of facts) await recorder.record({ ...fact, at, run });
    }
    return await new PastRuns((path) => path).list(new Set());
  } finally {
    if (before === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = before;
  }
}

test('a check whose server was killed is told as cut off, and can be asked for again; one that ended is told by its end', async () => {
  const [cut, done] = await listed([
    { folder: worksFolder, facts: [VERIFY, END] },
    { folder: worksFolder, facts: [VERIFY, { type: 'phase.changed', phase: 'verifying' }] },
  ]);
  assert.deepEqual([cut?.kind, cut?.state, cut?.hasReport], ['verify', 'interrupted', false]);
  assert.deepEqual(cut?.again, { kind: 'verify', backup: 'b1', depth: 'content' });
  assert.deepEqual([done?.kind, done?.state, done?.outcome], ['verify', 'finished', 'verified']);
});

test('a backup of the command line is known by its phone', async () => {
  const phone = { udid: UDID, phoneName: 'Work iPhone', productType: 'iPhone17,3' };
  const [run] = await listed([
    {
      folder: runsFolder,
      facts: [{ type: 'run.started', destination: '/media/disk', resumedBytes: 0, phone }, END],
    },
  ]);
  assert.deepEqual([run?.kind, run?.phoneName, run?.hasReport], ['backup', 'Work iPhone', true]);
});

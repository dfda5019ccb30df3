import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { norms } from '../../watch/norms.ts';
import { normsOf } from './norms-of.ts';

const PHONE = '00008140-001A2B3C4D5E001E';
const ANOTHER = '00008140-001A2B3C4D5E002E';

/** The record of a good run in which this phone prepared in silence for so long. */
async function recordRun(folder: string, udid: string, silentSeconds: number): Promise<void> {
  const run = randomUUID();
  const at = (second: number): string => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
  const progress = { type: 'progress', phase: 'preparing', percent: 0, files: 0, bytesPerSecond: 0, run };
  const backup = { path: `/media/disk/${udid}`, files: 1, bytes: 1, encrypted: false, full: true };
  const lines = [
    { type: 'phase.changed', phase: 'preparing', run, at: at(0) },
    { ...progress, bytes: 1, at: at(1) },
    { ...progress, bytes: 2, at: at(1 + silentSeconds) },
    { type: 'run.finished', outcome: 'verified', backup, run, at: at(2 + silentSeconds) },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFile(join(folder, `2026-01-01T00-00-00_${run}.jsonl`), text);
}

test('a phone that prepared in silence for seven minutes is given longer, another is not', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-runs-'));
  await recordRun(folder.path, PHONE, 420);
  const learned = await normsOf(PHONE, folder.path);
  assert.equal(learned.phases.preparing.stuckAfterSeconds, 840);
  assert.deepEqual(await normsOf(ANOTHER, folder.path), norms);
});

test('a computer that has seen no phone yet goes by what is usual', async () => {
  assert.deepEqual(await normsOf(PHONE, join(tmpdir(), randomUUID())), norms);
});

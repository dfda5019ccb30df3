import assert from 'node:assert/strict';
import { appendFile, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { LabResult } from './judge.ts';
import { keepResult, readResults } from './results-file.ts';

const result: LabResult = {
  ...{ scenario: 'the cable comes out once', client: 'thaw', outcome: 'verified', cause: null },
  ...{ secondsToName: null, secondsFromEvidence: null, remedies: [], riskiest: null, asked: [], alarms: 0 },
  ...{ previous: 'none', verified: true, asExpected: true, because: [], seconds: 12 },
};

test('results are kept as they come; what a killed lab cut off is passed over', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-results-'));
  const file = join(folder.path, 'results.jsonl');
  assert.deepEqual(await readResults(file), []);
  await keepResult(file, result);
  await keepResult(file, { ...result, client: 'idevicebackup2' });
  await appendFile(file, '{"scenario":"the cable comes o');
  assert.deepEqual(await readResults(file), [result, { ...result, client: 'idevicebackup2' }]);
});

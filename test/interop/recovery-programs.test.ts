import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { isInstalled } from '../../src/host/program.ts';
import { reinstall } from '../../src/host/recovery/idevicerestore.ts';
import { leaveRecovery } from '../../src/host/recovery/irecovery.ts';
import type { RestoreLine } from '../../src/host/recovery/restore-line.ts';
import { ThawError } from '../../src/kit/errors.ts';

const signal = AbortSignal.timeout(60_000);

test('irecovery and idevicerestore, as far as they go without a phone', async (t) => {
  if (!(await isInstalled('irecovery', '-V'))) return t.skip('irecovery is not installed');
  // An ECID that no phone has: whatever is connected is none of this test's business.
  const ecid = '1';
  await assert.rejects(leaveRecovery({ ecid }, signal), { code: 'recovery.refused' });
  if (!(await isInstalled('idevicerestore', '-v'))) return t.skip('idevicerestore is not installed');
  const lines: RestoreLine[] = [];
  const request = {
    erase: false,
    ecid,
    cache: tmpdir(),
    onLine: (line: RestoreLine) => lines.push(line),
  };
  await assert.rejects(
    reinstall(request, AbortSignal.timeout(60_000)),
    (thrown) => thrown instanceof ThawError && thrown.facts['trouble'] === 'no-phone',
  );
  assert.deepEqual(lines[0], { kind: 'progress', step: 'detecting', percent: 0 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
import { diagnose } from './diagnose.ts';
import { isOver } from './is-over.ts';
import { nameOf } from './name.ts';

/** Whether the cause that this names is over, when `since` was seen and the run got further. */
function isOverAfter(seen: readonly Evidence[], ...since: readonly Evidence[]): boolean {
  const named = nameOf(diagnose(seen));
  assert.ok(named);
  return isOver(named, [...seen, ...since]);
}

test('a link that was lost, and a silence, are over when the run gets further', () => {
  const lost = { code: 'backup.link-lost', phase: 'sending', bytes: 5e8 };
  assert.ok(isOverAfter([evidence('attempt.failed', lost), evidence('link.detached', { deviceId: 3 })]));
  const silent = { phase: 'sending', silentSeconds: 200, afterData: true, log: 'silent' } as const;
  assert.ok(isOverAfter([evidence('watch.stuck', silent), evidence('phone.answers', { milliseconds: 9 })]));
});

test('a state is over when it is seen to be another', () => {
  const full = { code: 'backup.no-space', phase: 'sending', bytes: 5e8, errno: 'ENOSPC' };
  const seen = [evidence('attempt.failed', full), evidence('destination.space', { freeBytes: 0 }, 1)];
  assert.equal(isOverAfter(seen), false);
  assert.equal(isOverAfter(seen, evidence('destination.space', { freeBytes: 90e9 }, 20)), true);
});

test('of a crash nobody knows what ended it', () => {
  const report = { process: 'BackupAgent2', what: 'crash', reason: 'EXC_BAD_ACCESS', secondsAgo: 3 } as const;
  assert.equal(isOverAfter([evidence('crash.report', report)]), false);
});

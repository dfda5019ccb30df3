import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { actsOf, mainAct } from './standing.ts';

const good: BackupCard = {
  ...{
    id: '1',
    path: '/backups/1',
    udid: '1',
    place: 'thaw',
    phoneName: 'iPhone',
    model: null,
    productType: null,
  },
  ...{
    iosVersion: null,
    at: null,
    bytes: null,
    files: null,
    encrypted: false,
    state: 'whole',
    generations: 0,
  },
  ...{ verified: { at: '', depth: 'content', sound: true }, open: true, run: null },
};
const locked = { ...good, encrypted: true, open: false };

test('what is broken is to be mended, what nobody checked to be checked, and a good one looked into', () => {
  assert.equal(mainAct(good), 'look');
  assert.equal(mainAct({ ...good, verified: null }), 'verify');
  assert.equal(mainAct({ ...good, verified: { at: '', depth: 'content', sound: false } }), 'mend');
  assert.equal(mainAct({ ...good, state: 'unfinished' }), 'mend');
});

test('a locked backup is opened first, unless there is nothing left to open', () => {
  assert.equal(mainAct(locked), 'unlock');
  assert.equal(mainAct({ ...locked, state: 'damaged' }), 'mend');
});

test('the main action is always among what can be done, and nothing is offered that cannot be', () => {
  for (const backup of [good, locked, { ...good, state: 'damaged' as const }, { ...good, generations: 2 }]) {
    assert.ok(actsOf(backup).includes(mainAct(backup)));
  }
  assert.ok(!actsOf(locked).includes('look'));
  assert.ok(!actsOf({ ...good, state: 'damaged' }).includes('restore'));
  assert.ok(actsOf({ ...good, generations: 1 }).includes('history'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StandIns } from '../../test/support/stand-ins.ts';
import { systemClock } from '../kit/clock.ts';
import { ask, askText } from './ask.ts';

const signal = AbortSignal.timeout(60_000);

test('a command is asked in the C locale, and what it prints and how it ends is told', async () => {
  await using commands = await StandIns.make();
  await commands.runs('tell', 'echo "$LC_ALL $1"; exit 3');
  assert.deepEqual(await ask('tell', ['something'], signal), { status: 3, text: 'C something\n' });
  assert.equal(await askText('tell', ['something'], signal), undefined);
});

test('a command that is not there, or is no program, is no answer', async () => {
  await using commands = await StandIns.make();
  await commands.runs('broken', '');
  assert.equal(await ask('not-installed', [], signal), undefined);
  assert.equal(await ask('/', [], signal), undefined);
});

test('one that hangs is left alone at the limit, with all it started', async () => {
  await using commands = await StandIns.make();
  await commands.runs('hang', 'sleep 300 & wait');
  const before = systemClock.ticks();
  assert.equal(await ask('hang', [], signal, 200), undefined);
  assert.ok(systemClock.ticks() - before < 30_000);
});

test('one that waits for a person gets nobody, and one that prints without end is cut off', async () => {
  await using commands = await StandIns.make();
  await commands.runs('question', 'read answer; echo "[$answer]"');
  await commands.runs('endless', 'yes');
  assert.equal(await askText('question', [], signal), '[]\n');
  assert.equal(await ask('endless', [], signal, 20_000), undefined);
});

test('an abort passes through', async () => {
  await using commands = await StandIns.make();
  await commands.runs('hang', 'exec sleep 300');
  const stop = new AbortController();
  const asked = ask('hang', [], stop.signal);
  stop.abort(new Error('enough'));
  await assert.rejects(asked, { message: 'enough' });
});

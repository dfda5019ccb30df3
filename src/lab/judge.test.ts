import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { type ScenarioInput, scenarioSchema } from '../virtual/scenario.ts';
import type { ToldEvent } from './event.ts';
import { type Found, judge } from './judge.ts';
import { Timeline } from './timeline.ts';

const sound: Found = { outcome: 'verified', previous: 'none', holdsEverything: true, changedSettings: [] };

/** What happened, each a second of the scenario after the one before. */
async function judged(
  input: ScenarioInput,
  happened: readonly (ToldEvent | 'strikes')[],
  found: Partial<Found> = {},
) {
  const scenario = scenarioSchema.parse(input);
  const clock = new FakeClock();
  const timeline = new Timeline(clock, scenario.speed);
  for (const one of happened) {
    await clock.advance(1000 / scenario.speed);
    if (one === 'strikes') timeline.strike('unplug');
    else timeline.tell(one);
  }
  return judge('thaw', scenario, timeline, { ...sound, ...found });
}

const begins: ToldEvent = { type: 'other', name: 'phase.changed' };
const stalls: ToldEvent = { type: 'other', name: 'stall.suspected' };

function names(id: string, ...kinds: readonly string[]): ToldEvent {
  const evidence = kinds.map((kind) => ({ kind }));
  return { type: 'cause.named', cause: { id, requirements: ['A4'], certainty: 0.9, sentence: '', evidence } };
}

test('the first cause counts, by its id or by a row it answers, from the blow to its name', async () => {
  const story = [
    begins,
    'strikes',
    begins,
    names('link-unstable', 'link.detached'),
    names('bad-file', 'x'),
  ] as const;
  for (const cause of ['link-unstable', 'A4', ['bad-file', 'link-unstable'] as [string, string]]) {
    const result = await judged({ speed: 10, expect: { cause } }, story);
    assert.deepEqual([result.asExpected, result.secondsToName], [true, 2]);
  }
  const { because } = await judged({ expect: { cause: 'bad-file' } }, story);
  assert.deepEqual(because, ['named link-unstable instead of bad-file']);
});

test('in a healthy run every alarm is an error, and so is one before anything struck', async () => {
  const { alarms, asExpected } = await judged({ healthy: true }, [begins, stalls]);
  assert.deepEqual([alarms, asExpected], [1, false]);
  assert.equal((await judged({}, [begins, stalls, 'strikes', stalls])).alarms, 1);
});

test('whoever says verified must be right, whatever the scenario expects', async () => {
  const { verified, because } = await judged({}, [begins], { holdsEverything: false });
  assert.deepEqual([verified, because], [false, ['it says verified and is not']]);
});

test('a harmed backup, a setting left changed and a cause without evidence are never as expected', async () => {
  const found = { outcome: 'failed', previous: 'damaged', changedSettings: ['iCloud Backup'] } as const;
  const { because } = await judged({ expect: { outcome: 'failed' } }, [begins, names('bad-file')], found);
  assert.deepEqual(because, [
    'the earlier backup was harmed',
    'iCloud Backup was not put back',
    'bad-file was named without evidence',
  ]);
});

test('a remedy must not risk more than the trouble is worth', async () => {
  const started: ToldEvent = { type: 'remedy.started', remedy: 'fresh-chain', risk: 'sets-aside-data' };
  const { riskiest, because } = await judged({ expect: { riskiest: 'interrupts' } }, [begins, started]);
  assert.equal(riskiest, 'sets-aside-data');
  assert.deepEqual(because, ['risked sets-aside-data where interrupts is enough']);
});

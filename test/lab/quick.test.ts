import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/kit/clock.ts';
import type { LabResult } from '../../src/lab/judge.ts';
import { lab } from '../../src/lab/lab.ts';
import { quick } from '../../src/lab/quick.ts';
import { readScenarios } from '../../src/lab/scenario-files.ts';
import type { Scenario } from '../../src/virtual/scenario.ts';

const THAW = [process.execPath, fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))] as const;
/** They wait more than they work. */
const AT_A_TIME = 4;

async function run(
  scenarios: readonly Scenario[],
  atATime: number,
  signal: AbortSignal,
): Promise<LabResult[]> {
  const request = { scenarios, clients: ['thaw'], thaw: THAW, atATime } as const;
  return await Array.fromAsync(lab(request, systemClock, signal));
}

/** What nothing excuses, however busy the computer is. */
function isBroken({ outcome, previous, verified }: LabResult): boolean {
  const isFalse = outcome === 'verified' && !verified;
  return isFalse || outcome === 'hung' || outcome === 'crashed' || previous === 'damaged';
}

test('the quick half of the lab', async (t) => {
  const scenarios = await readScenarios(quick);
  const results = await run(scenarios, AT_A_TIME, t.signal);
  const failed = results.filter(({ outcome, asExpected }) => outcome !== 'skipped' && !asExpected);
  // Scenarios live faster than this computer. One that it was too busy for gets a second try, by itself.
  const excused = new Set(failed.filter((result) => !isBroken(result)).map(({ scenario }) => scenario));
  const again = await run(
    scenarios.filter(({ name }) => excused.has(name)),
    1,
    t.signal,
  );
  const last = new Map([...results, ...again].map((result) => [result.scenario, result]));
  for (const { scenario, outcome, because } of last.values()) {
    const skip = outcome === 'skipped' && because.join();
    await t.test(scenario, { skip }, () => assert.deepEqual(because, []));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioSchema } from '../virtual/scenario.ts';
import type { LabResult } from './judge.ts';
import { summaryInWords } from './table.ts';

const cable = scenarioSchema.parse({ name: 'cable', expect: { cause: ['link-unstable', 'A11'] } });
const file = scenarioSchema.parse({ name: 'file', expect: { cause: 'bad-file' } });
const fine = scenarioSchema.parse({ name: 'fine', healthy: true, expect: { cause: null } });
const late = scenarioSchema.parse({ name: 'late', expect: { cause: 'bad-file' } });

function named(scenario: string, id: string | null, seconds: number): LabResult {
  const cause = id === null ? null : { id, requirements: [], certainty: 1, sentence: '', evidence: [] };
  return {
    ...{ scenario, client: 'thaw', outcome: 'verified', cause, remedies: [], riskiest: null, asked: [] },
    ...{ secondsToName: seconds, secondsFromEvidence: cause && seconds, alarms: 0, previous: 'none' },
    ...{ verified: true, asExpected: true, because: [], seconds: 60 },
  };
}

test('the share of right first guesses is of the scenarios in which something is to be named', () => {
  const results = [named('cable', 'link-unstable', 3), named('file', 'bad-cable', 8), named('fine', null, 0)];
  const words = summaryInWords('thaw', [cable, file, fine, late], results);
  assert.match(words, /^thaw: 3 of 3 as expected, 1 not run; 3 verified$/m);
  assert.match(words, /first guess right: 1 of 2 \(50\.0 %\)/);
  assert.match(words, /half within 8 s, all within 8 s/);
});

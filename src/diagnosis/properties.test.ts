import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyEvidence } from '../../test/support/evidence/arbitrary-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
import { causes } from './causes.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { inWords, nameOf } from './name.ts';
import { topicOf } from './topics.ts';

const someEvidence = fc.array(anyEvidence, { maxLength: 12 });

function certaintyOf(diagnosis: Diagnosis, id: string): number {
  return diagnosis.ranked.find(({ cause }) => cause.id === id)?.certainty ?? Number.NaN;
}

test('certainties lie between 0 and 1 and make 1 together with none of these', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const { ranked, noneOfThese } = diagnose(evidence);
      const all = [...ranked.map(({ certainty }) => certainty), noneOfThese];
      assert.ok(all.every((certainty) => certainty >= 0 && certainty <= 1));
      assert.ok(Math.abs(all.reduce((sum, certainty) => sum + certainty, 0) - 1) < 1e-9);
    }),
  );
});

test('the order of the evidence changes nothing, to the last bit', () => {
  const shuffled = someEvidence.chain((evidence) =>
    fc.tuple(
      fc.constant(evidence),
      fc.shuffledSubarray(evidence, { minLength: evidence.length, maxLength: evidence.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([evidence, other]) => {
      assert.deepEqual(diagnose(other), diagnose(evidence));
    }),
  );
});

/** Evidence whose arrival alters nothing but its own weight: no state that replaces another, no half of a combination, no cure. */
function standsAlone(evidence: Evidence): boolean {
  const combines = [
    'attempt.failed',
    'phone.space',
    'log.space',
    'space.wanted',
    'prompt.waits',
    'prompt.gone',
    'prompt.answered',
  ].includes(evidence.kind);
  return topicOf(evidence) === undefined && !combines && evidence.kind !== 'remedy.tried';
}

test('more evidence that speaks for a cause as strongly as for any other never makes it less certain', () => {
  const alone = anyEvidence.filter(standsAlone);
  fc.assert(
    fc.property(someEvidence, alone, (before, more) => {
      const times = causes.map((cause) => cause.signs.find((sign) => sign.fits(more))?.times ?? 1);
      const most = Math.max(...times);
      if (most < 1) return;
      const was = diagnose(before);
      const is = diagnose([...before, more]);
      for (const [index, { id }] of causes.entries()) {
        if (times[index] === most) assert.ok(certaintyOf(is, id) >= certaintyOf(was, id) - 1e-12, id);
      }
    }),
  );
});

test('nothing is named without evidence that speaks for it', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const diagnosis = diagnose(evidence);
      const named = nameOf(diagnosis);
      if (named === undefined) return;
      assert.ok(named.certainty >= 0.5 && named.evidence.length > 0);
      const cause = causes.find(({ id }) => id === named.id);
      assert.ok(named.evidence.some((one) => cause?.signs.some((sign) => sign.times > 1 && sign.fits(one))));
    }),
  );
});

test('the words of every cause are whole sentences, whatever was seen', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const diagnosis = diagnose(evidence);
      for (const ranked of diagnosis.ranked) {
        const { sentence, safe, next } = inWords(ranked, diagnosis);
        assert.match(sentence, /^\S.*\.$/);
        assert.match(next, /^[A-Z].*\.$/);
        for (const words of [sentence, safe, next])
          assert.doesNotMatch(words, /undefined|NaN|Infinity|\[object| {2}/);
      }
    }),
  );
});

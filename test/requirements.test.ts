import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../src/diagnosis/causes.ts';
import { requirements } from '../src/diagnosis/requirements.ts';
import { steps } from '../src/guide/steps.ts';
import { readScenarios } from '../src/lab/scenario-files.ts';
import { byConsent } from '../src/remedies/by-consent.ts';
import { remedies } from '../src/remedies/remedies.ts';

const all = Object.entries(requirements);

/** Rows of `wanted` that nobody of `those` names, with their words: what is still open. */
function open(
  wanted: readonly (readonly [string, { readonly text: string }])[],
  those: readonly { readonly requirements: readonly string[] }[],
): string[] {
  const named = new Set(those.flatMap((one) => one.requirements));
  return wanted.filter(([id]) => !named.has(id)).map(([id, { text }]) => `${id} ${text}`);
}

test('every requirement that asks for a cause has one', () => {
  const wanted = all.filter(([, { needs }]) => needs.some((need) => need === 'cause'));
  assert.deepEqual(open(wanted, causes), []);
});

test('every requirement that asks for a remedy has one, or a guided step', () => {
  const wanted = all.filter(([, { needs }]) => needs.some((need) => need === 'remedy'));
  assert.deepEqual(open(wanted, [...remedies, ...byConsent, ...steps]), []);
});

test('every requirement has a scenario that tries it', async () => {
  assert.deepEqual(open(all, await readScenarios([])), []);
});

test('scenarios name only causes, steps, remedies and requirements that exist', async () => {
  const known = new Set<string>([
    ...causes.map(({ id }) => id),
    ...steps.map(({ id }) => id),
    ...remedies.map(({ id }) => id),
    ...Object.keys(requirements),
  ]);
  for (const { name, requirements: rows, expect, owner } of await readScenarios([])) {
    const asked = owner.flatMap(({ when }) =>
      when.startsWith('asked:') ? [when.slice('asked:'.length)] : [],
    );
    const named = [
      expect?.cause ?? [],
      expect?.alsoNamed ?? [],
      expect?.asks ?? [],
      expect?.remedies ?? [],
    ].flat(2);
    // With a dot: the code of an error that needs no diagnosis.
    const unknown = [...named, ...rows, ...asked].filter((id) => !known.has(id) && !id.includes('.'));
    assert.deepEqual(unknown, [], name);
  }
});

test('no two scenarios share a name', async () => {
  const names = (await readScenarios([])).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

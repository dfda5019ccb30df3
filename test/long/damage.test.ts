import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { damages } from '../damage/damages.ts';
import { type Holdings, holdingsOf, treat } from '../damage/measure.ts';
import { makeSpecimens, type Specimen } from '../damage/specimens.ts';

// A few of many: `node test/damage/run.ts` does every damage to every specimen.

const made = new AsyncDisposableStack();
const specimens = new Map<string, { specimen: Specimen; good: Holdings }>();
let place = '';

before(async () => {
  place = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-damage-'))).path;
  for (const specimen of await makeSpecimens(place)) {
    const good = await holdingsOf(join(specimen.destination, specimen.udid), specimen.password);
    specimens.set(specimen.name, { specimen, good });
  }
});
after(() => made[Symbol.asyncDispose]());

/** What is repaired, and the least share of the files that must be whole in the backup afterwards. */
const CASES = [
  ['plain, not made by Thaw', 'Manifest.db with 40 flipped bits', 0.5],
  ['plain', 'all four metadata files of no bytes', 1],
  ['encrypted, not made by Thaw', 'a tenth of the files cut in half', 0.85],
  ['encrypted', 'Manifest.db and Manifest.plist deleted', 1],
] as const;

for (const [name, what, least] of CASES) {
  test(`${what} (${name}): repaired and undone`, async () => {
    const { specimen, good } = specimens.get(name) ?? assert.fail(name);
    const damage = damages.find((each) => each.name === what) ?? assert.fail(what);
    const { repaired, salvaged, sound } = await treat(specimen, damage, good, place);
    assert.ok(sound && repaired >= least, `${repaired} of the files`);
    assert.ok(salvaged >= least, `${salvaged} salvaged`);
  });
}

test('an encrypted backup whose keys are gone for good is not repaired, and said to be lost', async () => {
  const { specimen, good } = specimens.get('encrypted, not made by Thaw') ?? assert.fail();
  const damage = damages.find(({ name }) => name === 'Manifest.plist deleted') ?? assert.fail();
  const { beyond, mends, sound, salvaged } = await treat(specimen, damage, good, place);
  assert.deepEqual([beyond, mends, sound, salvaged], [['manifest-plist'], [], false, 0]);
});

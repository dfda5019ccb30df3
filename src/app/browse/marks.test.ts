import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markPages } from './marks.ts';

const noRest = async (): Promise<void> => {};

test('read on from its mark, every page has its items, and all of them together are the list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer()),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      async (keys, size, first) => {
        const { total, before } = await markPages(keys, size, noRest, Math.min(first, size));
        assert.equal(total, keys.length);
        const pages = before.map((mark, page) => {
          const from = mark === undefined ? 0 : keys.indexOf(mark) + 1;
          return keys.slice(from, from + (page === 0 ? Math.min(first, size) : size));
        });
        assert.deepEqual(pages.flat(), keys);
      },
    ),
  );
});

test('what is looked at and not in the list counts for nothing, but lets others have their turn', async () => {
  let rests = 0;
  const looked = Array.from({ length: 100_000 }, (_, at) => (at % 1000 === 0 ? at : undefined));
  const { total, before } = await markPages(looked, 40, async () => {
    rests += 1;
  });
  assert.deepEqual([total, before], [100, [undefined, 39_000, 79_000]]);
  assert.ok(rests > 1);
});

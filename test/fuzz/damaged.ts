import fc from 'fast-check';

type Change =
  | { readonly kind: 'set'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'remove' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number };

/** A place in a document of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** Numbers at the edges of what formats can say do more harm than others. */
const edge = fc
  .constantFrom(
    '00',
    'ff',
    '7f',
    '80',
    'ffff',
    'ffffffff',
    '7fffffff',
    '80000000',
    'ffffffffffffffff',
    '0000000000000001',
  )
  .map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
const bytes = fc.oneof(edge, fc.uint8Array({ minLength: 1, maxLength: 8 }));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), at: place, bytes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: place, bytes }) },
  fc.record({
    kind: fc.constantFrom('remove' as const, 'repeat' as const),
    at: place,
    length: fc.integer({ min: 1, max: 64 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
);

/** Good documents, damaged in up to eight places; now and then just noise behind a good beginning. */
export function damaged(documents: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const document = fc.constantFrom(...documents);
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(document, fc.array(change, { maxLength: 8 }))
        .map(([good, changes]) => changes.reduce(changed, good)),
    },
    fc
      .tuple(document, fc.nat(16), fc.uint8Array({ maxLength: 200 }))
      .map(([good, kept, noise]) => Buffer.concat([good.subarray(0, kept), noise])),
  );
}

function changed(document: Uint8Array, change: Change): Uint8Array {
  const at = Math.floor(change.at * document.length);
  const [before, after] = [document.subarray(0, at), document.subarray(at)];
  switch (change.kind) {
    case 'set':
      return Buffer.concat([before, change.bytes, after.subarray(change.bytes.length)]);
    case 'insert':
      return Buffer.concat([before, change.bytes, after]);
    case 'remove':
      return Buffer.concat([before, after.subarray(change.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, change.length), after]);
    case 'cut':
      return before;
  }
}

const SIGNATURES: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, 'ffd8ff'],
  ['image/png', 0, '89504e470d0a1a0a'],
  ['image/gif', 0, '47494638'],
  ['image/webp', 8, '57454250'],
  ['image/avif', 4, '6674797061766966'],
  ['image/bmp', 0, '424d'],
];

/** What kind of picture begins with these bytes; undefined for what no browser shows, and for all that is none. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const found = SIGNATURES.find(([, at, wanted]) => {
    const there = Buffer.from(bytes.subarray(at, at + wanted.length / 2));
    return there.toString('hex') === wanted;
  });
  return found?.[0];
}

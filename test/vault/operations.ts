import fc from 'fast-check';
import type { Contents, Operation } from './model.ts';

const idOf = (prefix: string, digit: string): string => prefix + digit.repeat(38);
const PREFIXES = ['ab', 'cd'];
const IDS = PREFIXES.flatMap((prefix) => ['1', '2', '3'].map((digit) => `${prefix}/${idOf(prefix, digit)}`));

/** Files and folders have names of their own, so that neither ever stands in the other's way. */
const FILES = [
  ...IDS,
  ...IDS.map((id) => `Snapshot/${id}`),
  `cd/${idOf('ab', '1')}`,
  `odd/${idOf('ab', '1')}`,
  'odd/deep/thing',
  'Manifest.db',
  'Snapshot/Manifest.db',
  'Info.plist',
];
const FOLDERS = ['ab', 'cd', 'Snapshot', 'Snapshot/ab', 'Snapshot/cd', 'odd', 'odd/deep', 'moved'];

const file = fc.constantFrom(...FILES);
const folder = fc.constantFrom(...FOLDERS);
const seed = fc.nat({ max: 9999 });
// Mostly small; some are written as large files are.
const bytes = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 9000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 262_144, 262_145, 600_000) },
);

const received = fc.record({ do: fc.constant('receive' as const), path: file, bytes, seed });

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: received },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('folder' as const), path: folder }) },
  // The phone's own move, out of the Snapshot.
  {
    weight: 5,
    arbitrary: fc.constantFrom(...IDS).map((id) => ({ do: 'move' as const, from: `Snapshot/${id}`, to: id })),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), from: file, to: file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), from: folder, to: folder }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), path: fc.oneof(file, folder) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), from: file, to: file }) },
);

/** A backup another program made, perhaps one that it did not finish. */
export const foreign: fc.Arbitrary<Contents> = fc
  .uniqueArray(fc.tuple(file, bytes, seed), { selector: ([path]) => path, maxLength: 10 })
  .map((files) => {
    const contents = new Map<string, Buffer | 'folder'>([['Status.plist', Buffer.from('foreign')]]);
    for (const [path, size, mark] of files) {
      for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        contents.set(path.slice(0, slash), 'folder');
      }
      contents.set(path, Buffer.alloc(size, `${mark}.`));
    }
    return contents;
  });

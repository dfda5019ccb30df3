/** What is measured: a phone, and whether the run that counts is the first or one with nothing changed. */
export interface BenchCase {
  readonly name: string;
  readonly content: {
    readonly seed: number;
    readonly files: number;
    readonly bytes: number;
    readonly equalSizes?: true;
  };
  readonly encrypted: boolean;
  readonly incremental: boolean;
  /** The ratio (theirs / ours) we want to reach at least. */
  readonly aim: number;
}

const plain: readonly Omit<BenchCase, 'encrypted'>[] = [
  { name: 'one file of 2 GB', content: { seed: 1, files: 1, bytes: 2e9 }, incremental: false, aim: 1.3 },
  {
    name: '50,000 files of 4 KB',
    content: { seed: 2, files: 50_000, bytes: 50_000 * 4096, equalSizes: true },
    incremental: false,
    aim: 1.5,
  },
  {
    name: 'mixed, 5,000 files, 1 GB',
    content: { seed: 3, files: 5000, bytes: 1e9 },
    incremental: false,
    aim: 1.2,
  },
  {
    name: 'nothing changed, 50,000 files',
    content: { seed: 2, files: 50_000, bytes: 50_000 * 4096, equalSizes: true },
    incremental: true,
    aim: 1.0,
  },
];

export const cases: readonly BenchCase[] = [
  ...plain.map((each) => ({ ...each, encrypted: false })),
  ...plain.map((each) => ({ ...each, name: `${each.name}, encrypted`, encrypted: true })),
];

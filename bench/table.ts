import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { BenchCase } from './cases.ts';
import { type Measured, median } from './measure.ts';

export interface Row {
  readonly name: string;
  readonly aim: number;
  /** Median over the pairs of their wall time divided by ours. */
  readonly ratio: number;
  readonly theirs: Measured;
  readonly ours: Measured;
}

const PAGE = 'docs/benchmarks.md';
const BETWEEN = /(<!-- table -->\n)[\s\S]*?(\n<!-- \/table -->)/;

export function row(bench: BenchCase, theirs: readonly Measured[], ours: readonly Measured[]): Row {
  const ratios = theirs.map(({ seconds }, run) => seconds / (ours[run]?.seconds ?? Number.NaN));
  return {
    name: bench.name,
    aim: bench.aim,
    ratio: median(ratios),
    theirs: middle(theirs),
    ours: middle(ours),
  };
}

/** Writes the table into docs/benchmarks.md, with the machine it was made on. */
export async function record(rows: readonly Row[], runs: number): Promise<void> {
  const table = [
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, medians of ${runs} pairs.`,
    '',
    '| case | ratio (theirs / ours) | aim | idevicebackup2 | Thaw |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      (each) =>
        `| ${each.name} | **${each.ratio.toFixed(2)}** | ${each.aim} | ${figures(each.theirs)} | ${figures(each.ours)} |`,
    ),
  ].join('\n');
  const page = await readFile(PAGE, 'utf8');
  await writeFile(PAGE, page.replace(BETWEEN, `$1${table}$2`));
}

function middle(runs: readonly Measured[]): Measured {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}

function figures({ seconds, megabytes }: Measured): string {
  return `${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`;
}

// Thaw beside idevicebackup2 on the same virtual iPhone, in turn: npm run bench [-- --runs N] [--only TEXT] [--record]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchCase, cases } from './cases.ts';
import { type Measured, measure, median } from './measure.ts';
import { startPhone } from './phone.ts';
import { type Row, record, row } from './table.ts';

const LIMIT_SECONDS = 300;
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    record: { type: 'boolean', default: false },
  },
});

type Program = 'idevicebackup2' | 'thaw';

function commandFor(program: Program, folder: string): readonly [string, ...string[]] {
  if (program === 'thaw') return [process.execPath, 'bin/thaw.js', 'backup', '--to', folder];
  return ['idevicebackup2', 'backup', folder];
}

async function runCase(bench: BenchCase): Promise<Row> {
  const work = await mkdtemp(join(tmpdir(), 'thaw-bench-'));
  try {
    await using phone = await startPhone(bench, work);
    const results: Record<Program, Measured[]> = { idevicebackup2: [], thaw: [] };
    const once = async (program: Program): Promise<Measured> => {
      const folder = await mkdtemp(join(work, `${program}-`));
      const go = () =>
        measure(commandFor(program, folder), { USBMUXD_SOCKET_ADDRESS: phone.address }, LIMIT_SECONDS);
      try {
        if (bench.incremental) await go();
        return await go();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    };
    await once('thaw'); // warms the phone, the caches and the disk for both
    for (let run = 0; run < Number(options.runs); run += 1) {
      for (const program of ['idevicebackup2', 'thaw'] as const) results[program].push(await once(program));
    }
    return row(bench, results.idevicebackup2, results.thaw);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const rows: Row[] = [];
for (const bench of cases.filter(({ name }) => name.includes(options.only))) {
  const result = await runCase(bench);
  rows.push(result);
  console.log(
    `${result.name}: ratio ${result.ratio.toFixed(2)} (aim ${result.aim}), theirs ${result.theirs.seconds.toFixed(2)} s ${Math.round(result.theirs.megabytes)} MB, ours ${result.ours.seconds.toFixed(2)} s ${Math.round(result.ours.megabytes)} MB`,
  );
}
if (options.record) await record(rows, Number(options.runs));
console.log(
  `smallest ratio ${Math.min(...rows.map(({ ratio }) => ratio)).toFixed(2)}, median ${median(rows.map(({ ratio }) => ratio)).toFixed(2)}`,
);

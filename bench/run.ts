// Thaw beside idevicebackup2 on the same virtual iPhone, in turn: npm run bench [-- --runs N] [--only TEXT] [--record]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchCase, cases } from './cases.ts';
import { type Measured, measure, median } from './measure.ts';
import { startPhone } from './phone.ts';
import { readyMemory } from './ready-memory.ts';
import { type Row, record, row } from './table.ts';

const LIMIT_SECONDS = 300;
/**
 * ext4 looks at every inode deleted in the last minutes for each file it makes: clearing away one program's thousands of
 * files would be paid by the next one. So folders of many files stay until all is measured.
 */
const FEW_FILES = 100;
/** What a backup needs of memory beside its files' bytes: inodes, names, the program itself. */
const BESIDE_BYTES = 300_000_000;
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

async function runCase(bench: BenchCase, work: string): Promise<Row> {
  await using phone = await startPhone(bench, work);
  const results: Record<Program, Measured[]> = { idevicebackup2: [], thaw: [] };
  const once = async (program: Program): Promise<Measured> => {
    const folder = await mkdtemp(join(work, `${program}-`));
    const go = async (): Promise<Measured> => {
      await using memory = await readyMemory(join(work, 'memory'), bench.content.bytes + BESIDE_BYTES);
      const env = { USBMUXD_SOCKET_ADDRESS: phone.address };
      return await measure(commandFor(program, folder), env, LIMIT_SECONDS, memory.release);
    };
    if (bench.incremental) await go();
    const measured = await go();
    if (bench.content.files < FEW_FILES) await rm(folder, { recursive: true });
    return measured;
  };
  await once('thaw'); // warms the phone, the caches and the disk for both
  for (let run = 0; run < Number(options.runs); run += 1) {
    for (const program of ['idevicebackup2', 'thaw'] as const) results[program].push(await once(program));
  }
  return row(bench, results.idevicebackup2, results.thaw);
}

const rows: Row[] = [];
const work = await mkdtemp(join(tmpdir(), 'thaw-bench-'));
try {
  for (const bench of cases.filter(({ name }) => name.includes(options.only))) {
    const result = await runCase(bench, work);
    rows.push(result);
    console.log(
      `${result.name}: ratio ${result.ratio.toFixed(2)} (aim ${result.aim}), theirs ${result.theirs.seconds.toFixed(2)} s ${Math.round(result.theirs.megabytes)} MB, ours ${result.ours.seconds.toFixed(2)} s ${Math.round(result.ours.megabytes)} MB`,
    );
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
if (options.record) await record(rows, Number(options.runs));
console.log(
  `smallest ratio ${Math.min(...rows.map(({ ratio }) => ratio)).toFixed(2)}, median ${median(rows.map(({ ratio }) => ratio)).toFixed(2)}`,
);

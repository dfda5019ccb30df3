import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, release } from 'node:os';
import { runProgram } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import type { Scenario } from '../virtual/scenario.ts';
import type { LabResult } from './judge.ts';
import { summaryInWords } from './table.ts';

const HEAD = [
  '# The rescue table',
  '',
  'Made by `npm run lab -- --record docs/rescue.md`; nothing here is written by hand. Every line is a scenario of `scenarios/`',
  'run for real: a virtual iPhone behind a socket, a disk, the program as a process of its own. Seconds are the scenario’s, from',
  'the fault to its name; “unknowable” are those of them in which nobody could tell it from a normal silence, or this computer',
  'slept. The computer’s own work is counted as many times as the scenario lives faster, so that real seconds are fewer. “✓” is',
  'what the scenario expects, “✗” is not. idevicebackup2 may be started twice more, and is ended when nothing moves for ten',
  'minutes of the scenario.',
  '',
] as const;

/** Writes the rescue table with the date and the versions it was made with. */
export async function record(
  file: string,
  scenarios: readonly Scenario[],
  results: readonly LabResult[],
  clock: Clock,
): Promise<void> {
  const clients = [...new Set(results.map(({ client }) => client))];
  const summaries = clients.flatMap((client) => {
    const own = results.filter((result) => result.client === client);
    return ['```text', summaryInWords(client, scenarios, own), '```', ''];
  });
  const page = [
    ...HEAD,
    `${clock.now().toISOString().slice(0, 10)} · ${(await versions(clients)).join(' · ')} · ${load()}`,
    '',
    ...summaries,
    ...tableOf(scenarios, results, clients),
    '',
  ];
  await writeFile(file, page.join('\n'));
}

function tableOf(
  scenarios: readonly Scenario[],
  results: readonly LabResult[],
  clients: readonly string[],
): string[] {
  const of = (scenario: Scenario, client: string): LabResult | undefined =>
    results.findLast((result) => result.scenario === scenario.name && result.client === client);
  const head = ['scenario', 'named first', 'seconds', 'unknowable', 'remedies (riskiest class)', ...clients];
  const rows = scenarios.map((scenario) => {
    const thaw = of(scenario, 'thaw');
    return [
      scenario.name,
      thaw?.cause ? thaw.cause.id : '–',
      String(thaw?.secondsToName ?? '–'),
      thaw?.cause ? String(scenario.expect?.evidenceAfter || '–') : '–',
      thaw && thaw.remedies.length > 0
        ? `${counted(thaw.remedies.map(({ id }) => id))} (${thaw.riskiest ?? 'none'})`
        : '–',
      ...clients.map((client) => endOf(of(scenario, client))),
    ];
  });
  return [head, head.map(() => '---'), ...rows].map(rowOf);
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** `a ×3, b` */
function counted(ids: readonly string[]): string {
  const times = Map.groupBy(ids, (id) => id);
  return [...times].map(([id, { length }]) => (length > 1 ? `${id} ×${length}` : id)).join(', ');
}

function endOf(result: LabResult | undefined): string {
  if (!result) return '–';
  if (result.outcome === 'skipped') return 'skipped';
  const untrue = result.outcome === 'verified' && !result.verified ? ' (it is not)' : '';
  return `${result.asExpected ? '✓' : '✗'} ${result.outcome}${untrue}${EARLIER[result.previous]}`;
}

const EARLIER = {
  none: '',
  intact: ', earlier backup intact',
  damaged: ', earlier backup harmed',
} as const satisfies Record<LabResult['previous'], string>;

/** How busy the computer was in the last quarter of an hour: one that others keep busy names later. */
function load(): string {
  return `load ${(loadavg()[2] ?? 0).toFixed(1)} on ${availableParallelism()} processors`;
}

async function versions(clients: readonly string[]): Promise<string[]> {
  const node = `Node ${process.versions.node}`;
  const system = `${process.platform} ${release()}`;
  if (!clients.includes('idevicebackup2')) return [node, system];
  const { stdout, stderr } = await runProgram('idevicebackup2', ['--version']);
  return [node, system, (stdout || stderr).trim()];
}

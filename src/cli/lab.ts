import { Command, InvalidArgumentError, Option } from 'commander';
import type { ClientName } from '../lab/client.ts';
import type { LabResult } from '../lab/judge.ts';
import type { Scenario } from '../virtual/scenario.ts';
import { Interrupt } from './interrupt.ts';
import { thisProgram } from './this-program.ts';

interface Options {
  readonly against?: 'idevicebackup2';
  readonly random?: number;
  readonly seed: number;
  readonly jobs: number;
  readonly quick?: true;
  readonly record?: string;
  readonly results?: string;
  readonly json?: true;
}

/** `thaw lab`: backups in trouble, for real, on virtual iPhones. */
export function labCommand(): Command {
  return new Command('lab')
    .description('run scenarios for real against virtual iPhones and print the rescue table')
    .argument(
      '[scenario...]',
      'files, or ids or names of scenarios that come with Thaw (default: all of these)',
    )
    .addOption(
      new Option('--against <program>', 'run another program through the same scenarios too').choices([
        'idevicebackup2',
      ]),
    )
    .option(
      '--random <n>',
      'make up so many scenarios instead, and hold them against what must always be true',
      wholeNumber,
    )
    .option('--seed <n>', 'of the made-up scenarios', wholeNumber, 1)
    .option('--quick', 'only a selection in which every remedy is tried once')
    .option('--jobs <n>', 'scenarios at a time', wholeNumber, 2)
    .option('--record <file>', 'write the table to this file (docs/rescue.md)')
    .option('--results <file>', 'keep results in this file as they come, and run only what is not in it yet')
    .option('--json', 'one JSON line per scenario and program')
    .addHelpText('after', '\nExample:\n  thaw lab cable-out-once --against idevicebackup2')
    .action(act);
}

async function act(names: readonly string[], options: Options, command: Command): Promise<void> {
  const [{ lab }, { lineOf }, { systemClock }, { keepResult, readResults }] = await Promise.all([
    import('../lab/lab.ts'),
    import('../lab/table.ts'),
    import('../kit/clock.ts'),
    import('../lab/results-file.ts'),
  ]);
  const scenarios = await chosen(names, options, command);
  using interrupt = new Interrupt();
  const wanted = new Set(scenarios.map(({ name }) => name));
  const kept = options.results === undefined ? [] : await readResults(options.results);
  const results = kept.filter(({ scenario }) => wanted.has(scenario));
  const request = {
    scenarios,
    clients: options.against ? (['thaw', options.against] as const) : (['thaw'] as const),
    thaw: thisProgram(),
    atATime: Math.max(1, options.jobs),
    known: [...results],
  };
  for await (const result of lab(request, systemClock, interrupt.signal)) {
    // What Ctrl-C ended came to no result.
    if (interrupt.signal.aborted) continue;
    results.push(result);
    if (options.results !== undefined) await keepResult(options.results, result);
    process.stdout.write(`${options.json ? JSON.stringify(result) : lineOf(result)}\n`);
    // A made-up scenario stands in no file: this is how it is seen again.
    if (options.random !== undefined && !result.asExpected)
      process.stderr.write(`${JSON.stringify(scenarios.find(({ name }) => name === result.scenario))}\n`);
  }
  if (!options.json) await tellSummary(scenarios, results, request.clients);
  if (options.record !== undefined) {
    const { record } = await import('../lab/record.ts');
    await record(options.record, scenarios, results, systemClock);
  }
  const failed = results.some(
    ({ client, outcome, asExpected }) => client === 'thaw' && outcome !== 'skipped' && !asExpected,
  );
  if (failed) process.exitCode = 1;
  interrupt.signal.throwIfAborted();
}

async function chosen(names: readonly string[], { random, seed, quick }: Options, command: Command) {
  if (random === undefined) {
    const [{ readScenarios }, { ScenarioError }, selection] = await Promise.all([
      import('../lab/scenario-files.ts'),
      import('../virtual/read-scenario.ts'),
      import('../lab/quick.ts'),
    ]);
    return await readScenarios(quick ? selection.quick : names).catch((thrown: unknown) => {
      if (thrown instanceof ScenarioError) command.error(`error: ${thrown.message}`, { exitCode: 2 });
      throw thrown;
    });
  }
  const { composeScenario } = await import('../lab/compose.ts');
  return Array.from({ length: random }, (_, index) => composeScenario(seed + index));
}

async function tellSummary(
  scenarios: readonly Scenario[],
  results: readonly LabResult[],
  clients: readonly ClientName[],
): Promise<void> {
  const { summaryInWords } = await import('../lab/table.ts');
  for (const client of clients)
    process.stdout.write(
      `\n${summaryInWords(
        client,
        scenarios,
        results.filter((result) => result.client === client),
      )}\n`,
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}

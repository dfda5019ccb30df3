import { Command } from 'commander';
import { timeInWords } from '../kit/amounts.ts';
import { printJson } from './print-json.ts';
import { printable } from './printable.ts';

interface Options {
  readonly to: string;
  readonly list?: true;
  readonly json?: true;
}

/** `thaw report`: a page and a JSON file about a run, fit to be shown to others. */
export function reportCommand(): Command {
  return new Command('report')
    .description('write a page and a JSON file about a run, fit to be shown to others')
    .argument('[run]', 'which run: its id, or the beginning of it (default: the newest)')
    .option('--to <folder>', 'where to put the two files', '.')
    .option('--list', 'only list the runs there is a record of')
    .option('--json', 'say where they are as one JSON value')
    .addHelpText(
      'after',
      '\nNames, numbers of the phone and personal parts of paths are blotted out. Look through it before you pass it on.\n\nExample:\n  thaw report --to ~/Desktop',
    )
    .action((run: string | undefined, options: Options) =>
      options.list ? list(options) : write(run, options),
    );
}

async function write(run: string | undefined, { to, json }: Options): Promise<void> {
  const { writeReport } = await import('../app/report/report.ts');
  const report = await writeReport({ run, to });
  if (json) printJson(report);
  else
    process.stdout.write(
      `The report is in\n  ${report.page}\n  ${report.json}\nIt names nobody; look through it before you pass it on.\n`,
    );
}

async function list({ json }: Options): Promise<void> {
  const { recordedRuns } = await import('../app/report/report.ts');
  const runs = await recordedRuns();
  if (json) {
    printJson(runs);
    return;
  }
  if (runs.length === 0) process.stdout.write('No run was recorded on this computer yet.\n');
  for (const { run, began, outcome, seconds, udid } of runs)
    process.stdout.write(
      `${run.slice(0, 8)}  ${began.slice(0, 16).replace('T', ' ')}  ${outcome ?? 'unfinished'}, ${timeInWords(seconds)}${udid === undefined ? '' : `  ${printable(udid)}`}\n`,
    );
}

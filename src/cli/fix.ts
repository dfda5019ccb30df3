import { Command } from 'commander';
import { Interrupt } from './interrupt.ts';
import { rescueLines } from './rescue-lines.ts';
import { runClock } from './run-clock.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

const RESULTS = {
  done: 'Done. Start the backup again: it goes on where it was.',
  failed: 'That could not be done.',
  'not-done': 'Nobody did it in time. Start again whenever you like.',
  'nothing-to-do':
    'Nothing is known to be wrong that could be mended outside a backup. Start one: it mends itself.',
} as const;

/** `thaw fix`: apply the next remedy, or the one for a cause, outside a run. */
export function fixCommand(): Command {
  return new Command('fix')
    .description('apply the remedy that comes next, or the one for a cause')
    .argument('[cause]', 'the id of a cause, as “thaw why --json” and “thaw backup --json” name it')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--json', 'one JSON line for each thing that happens')
    .addHelpText(
      'after',
      '\nNothing is erased, and what is changed on the phone is put back.\nExit status 3: a person is needed.\n\nExamples:\n  thaw fix\n  thaw fix stale-pairing',
    )
    .action(act);
}

async function act(cause: string | undefined, options: Options): Promise<void> {
  const [{ fix }, { Exit }] = await Promise.all([import('../app/fix.ts'), import('../app/exit-codes.ts')]);
  using interrupt = new Interrupt();
  const tell = (value: object, lines: readonly string[]): void => {
    if (options.json) process.stdout.write(`${JSON.stringify(value)}\n`);
    else for (const line of lines) process.stdout.write(`${line}\n`);
  };
  const clock = runClock();
  const request = { cause, udid: options.udid };
  const result = await fix(
    request,
    clock,
    (fact) => tell(fact, rescueLines({ ...fact, at: clock.now().toISOString(), run: 'fix' })),
    interrupt.signal,
  );
  tell(result, [RESULTS[result.result]]);
  if (result.result === 'not-done') process.exitCode = Exit.person;
  if (result.result === 'failed') process.exitCode = Exit.failed;
}

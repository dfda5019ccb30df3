import { Command, InvalidArgumentError, Option } from 'commander';
import { outputIsOne } from '../app/one-output.ts';
import { descriptor, givenPassword } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { passwordsFromPerson } from './passwords.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly to: string;
  readonly orTo?: string;
  readonly udid?: string;
  readonly full?: true;
  readonly encrypt?: true;
  readonly passwordFd?: number;
  readonly keep?: number;
  readonly unattended?: true;
  readonly wait: number;
  readonly json?: true;
}

const HELP = `
What is stuck is seen, named and mended as far as software can; what needs a hand is said, and waited for.
With --unattended nobody is waited for longer than --wait says in all; what is needed is left as a note beside the
backup, and the exit status is 3.
--json changes how it is told, not what is done: what a person is asked for (person.needed) is waited for as ever, for
whoever reads it may show it to somebody. Where nobody does, add --unattended.
The password of encrypted backups, for the proof at the end, comes from THAW_BACKUP_PASSWORD, from --password-fd, or
from the system’s keychain; for --encrypt it is also asked for.

Examples:
  thaw backup --to /media/disk/iPhone --keep 3
  thaw backup --to /media/disk/iPhone --or-to ~/iPhone --unattended --wait 10m`;

/** `thaw backup`: back a phone up and see it through, prove the result, keep the earlier one. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('back up a phone, see it through, prove the result, and keep the earlier backup until then')
    .requiredOption('--to <folder>', 'where backups live; the phone’s own folder is made inside')
    .option('--or-to <folder>', 'where to turn when that one cannot take the backup')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--full', 'send everything again instead of only what changed')
    .option('--encrypt', 'switch encryption on if it is off; off again if the run fails')
    .option('--password-fd <n>', 'read the backup’s password from file descriptor n', descriptor)
    .option('--keep <n>', 'earlier states to keep (default: all)', wholeNumber)
    .option('--unattended', 'nobody is there: never wait long for a person')
    .addOption(
      new Option('--wait <time>', 'how long to wait for a person when unattended: 90s, 5m, 1h')
        .default(300_000, '5m')
        .implies({ unattended: true })
        .argParser(duration),
    )
    .option('--json', 'one JSON line per event')
    .addHelpText('after', HELP)
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ backup }, { leavingNote }, { recorded }, { exitCodeOf }, { runClock }, { RunView }] =
    await Promise.all([
      import('../app/backup.ts'),
      import('../app/needed-note.ts'),
      import('../app/runs/recorder.ts'),
      import('../app/exit-codes.ts'),
      import('./run-clock.ts'),
      import('./run-view.ts'),
    ]);
  using interrupt = new Interrupt();
  const view = new RunView(process.stdout);
  const given = await givenPassword(options.passwordFd);
  const password = options.encrypt ? (given ?? (await passwordsFromPerson().fresh())) : given;
  const request = {
    destination: options.to,
    orTo: options.orTo,
    full: options.full ?? false,
    udid: options.udid,
    keep: options.keep,
    encrypt: options.encrypt,
    password,
    waitForPersonMs: options.unattended && options.wait,
  };
  const events = recorded(backup(request, runClock(), interrupt.signal));
  try {
    for await (const event of options.unattended ? leavingNote(events, options.to) : events) {
      if (options.json) printJson(event);
      else view.show(event);
    }
  } catch (thrown) {
    // Its last events have told of it already.
    if (!options.json && !(outputIsOne() && view.hasTold(thrown))) throw thrown;
    process.exitCode = exitCodeOf(thrown);
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `90s`, `5m`, `1h`. */
function duration(text: string): number {
  const [, number, unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const unitMs = UNITS[unit];
  if (number === undefined || unitMs === undefined)
    throw new InvalidArgumentError('Give a time as 90s, 5m or 1h.');
  return Number(number) * unitMs;
}

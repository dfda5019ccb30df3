import { Command, InvalidArgumentError } from 'commander';
import { Interrupt } from './interrupt.ts';
import { RunView } from './run-view.ts';

interface Options {
  readonly to: string;
  readonly udid?: string;
  readonly full?: true;
  readonly keep?: number;
  readonly json?: true;
}

/** `thaw backup`: back a phone up, prove the result, keep the earlier one. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('back up a phone, prove the result, and keep the earlier backup until then')
    .requiredOption('--to <folder>', 'where backups live; the phone’s own folder is made inside')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--full', 'send everything again instead of only what changed')
    .option('--keep <n>', 'earlier states to keep (default: all)', wholeNumber)
    .option('--json', 'one JSON line per event')
    .addHelpText(
      'after',
      '\nThe password of encrypted backups, for the proof at the end: THAW_BACKUP_PASSWORD.\n\nExample:\n  thaw backup --to /media/disk/iPhone --keep 3',
    )
    .action(async (options: Options) => {
      const [{ backup }, { exitCodeOf }, { systemClock }] = await Promise.all([
        import('../app/backup.ts'),
        import('../app/exit-codes.ts'),
        import('../kit/clock.ts'),
      ]);
      using interrupt = new Interrupt();
      const view = new RunView(process.stdout);
      const password = process.env['THAW_BACKUP_PASSWORD'];
      const events = backup(
        {
          destination: options.to,
          full: options.full ?? false,
          ...(options.udid !== undefined && { udid: options.udid }),
          ...(options.keep !== undefined && { keep: options.keep }),
          ...(password !== undefined && { password }),
        },
        systemClock,
        interrupt.signal,
      );
      try {
        for await (const event of events) {
          if (options.json) process.stdout.write(`${JSON.stringify(event)}\n`);
          else view.show(event);
        }
      } catch (thrown) {
        // Its last events have told of it already.
        if (!options.json) throw thrown;
        process.exitCode = exitCodeOf(thrown);
      }
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}

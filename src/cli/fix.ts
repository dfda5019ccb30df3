import { Command } from 'commander';
import type { FixRequest, FixResult } from '../app/fix.ts';
import { anyPassword, PASSWORD_HELP, withPasswordOption } from './backup-password.ts';
import { FixView } from './fix-view.ts';
import { Interrupt } from './interrupt.ts';
import { offerRestore, restoreCommandLine } from './offer-restore.ts';
import { printJson } from './print-json.ts';
import { runClock } from './run-clock.ts';

interface Options {
  readonly udid?: string;
  readonly to?: string;
  readonly consent?: string;
  readonly passwordFd?: number;
  readonly json?: true;
}

const RESULTS = {
  done: 'Done.',
  failed: 'That could not be done.',
  'not-done': 'Nobody did it in time. Start again whenever you like.',
  'nothing-to-do':
    'Nothing is known to be wrong that could be mended outside a backup. Start one: it mends itself.',
} as const;

/** What to do after a remedy that went well. */
const NEXT: Readonly<Record<string, string>> = {
  'enter-recovery':
    'The iPhone is in recovery mode. Install iOS anew, which keeps what is on it: thaw fix reinstall',
  'enter-dfu': 'The iPhone is in DFU mode. Install iOS anew: thaw fix reinstall',
  reinstall:
    'iOS is new and what was on the iPhone is still there. Make a backup now: thaw backup --to FOLDER',
  erase: 'The iPhone is as new. Set it up without taking over any data, then bring the backup back:',
};
const THEN = 'Start the backup again: it goes on where it was.';

const HELP = `
Remedies to ask for by name:
  leave-recovery      out of recovery mode, by command
  restart-from-boot   out of recovery or DFU, by the phone’s buttons
  force-restart       of a frozen phone; it counts the seconds with you
  restart-phone       by command
  enter-recovery, enter-dfu   the ways to install iOS anew; shown and counted
  reinstall           install iOS anew; what is on the phone stays
  erase               install iOS anew on an empty phone

“reinstall” takes a backup that proves good (--to), or your typed agreement; “erase” takes both. Nothing else here
erases, and what is changed on the phone is put back. A phone that updates itself is not touched.
${PASSWORD_HELP}
Exit status 3: a person is needed.

Examples:
  thaw fix
  thaw fix stale-pairing
  thaw fix leave-recovery
  thaw fix reinstall --to /media/disk/iPhone`;

/** `thaw fix`: apply the next remedy, or the one for a cause, or one by its name, outside a run. */
export function fixCommand(): Command {
  const command = new Command('fix')
    .description('apply the remedy that comes next, or the one for a cause, or one by its name')
    .argument('[what]', 'a cause, as “thaw why --json” names it, or a remedy')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--to <folder>', 'the folder of the backup that is in hand, for “reinstall” and “erase”')
    .option('--consent <words>', 'the words you are asked to type, where nobody can be asked');
  return withPasswordOption(command)
    .option('--json', 'one JSON line for each thing that happens')
    .addHelpText('after', HELP)
    .action(async (what: string | undefined, options: Options) => {
      const erased = await act(what, options);
      const { to, udid } = options;
      if (!erased || to === undefined || options.json) return;
      process.stdout.write(`${restoreCommandLine(to)}\n`);
      await offerRestore(to, udid);
    });
}

/** True when the phone was erased. */
async function act(what: string | undefined, options: Options): Promise<boolean> {
  const [{ fix }, { Exit }] = await Promise.all([import('../app/fix.ts'), import('../app/exit-codes.ts')]);
  using interrupt = new Interrupt();
  const clock = runClock();
  const { udid, to, consent, json } = options;
  const request: FixRequest = {
    what,
    udid,
    to,
    password: (of) => anyPassword(of, options.passwordFd, interrupt.signal),
    agree: async (agreement) => {
      if (consent !== undefined) return consent;
      const { askToAgree } = await import('./agree.ts');
      return await askToAgree(agreement, interrupt.signal);
    },
  };
  let ended: FixResult;
  if (json) {
    ended = await fix(request, clock, printJson, interrupt.signal);
    printJson(ended);
  } else {
    using view = new FixView(clock, interrupt.signal);
    ended = await fix(request, clock, (fact) => view.tell(fact), interrupt.signal);
    view.line(RESULTS[ended.result]);
    if (ended.result === 'done') view.line(NEXT[ended.remedy ?? ''] ?? THEN);
  }
  if (ended.result === 'not-done') process.exitCode = Exit.person;
  if (ended.result === 'failed') process.exitCode = Exit.failed;
  return ended.result === 'done' && ended.remedy === 'erase';
}

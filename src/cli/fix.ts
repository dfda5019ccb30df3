import { Command } from 'commander';
import type { RunFact } from '../kit/run-event.ts';
import { anyPassword, PASSWORD_HELP, withPasswordOption } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { LiveLine } from './live-line.ts';
import { offerRestore, restoreCommandLine } from './offer-restore.ts';
import { RescueTelling } from './rescue-lines.ts';
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
  const [{ fix }, { Exit }, { stepTiming }] = await Promise.all([
    import('../app/fix.ts'),
    import('../app/exit-codes.ts'),
    import('../app/step-timing.ts'),
  ]);
  using interrupt = new Interrupt();
  const clock = runClock();
  using live = new LiveLine(process.stdout, () => clock.ticks());
  const told = new RescueTelling();
  let done: AbortController | undefined;
  const tell = (fact: RunFact): void => {
    if (options.json) {
      process.stdout.write(`${JSON.stringify(fact)}\n`);
      return;
    }
    if (fact.type === 'remedy.progress')
      live.progress(`${fact.sentence}${fact.percent === null ? ' …' : `  ${fact.percent} %`}`);
    for (const line of told.of({ ...fact, at: clock.now().toISOString(), run: 'fix' })) live.line(line);
    if (fact.type === 'person.needed' && process.stdin.isTTY && process.stdout.isTTY) {
      const stages = stepTiming(fact.step, fact.productType);
      done?.abort();
      done = new AbortController();
      if (stages) countWith(stages, done.signal);
    }
    if (fact.type === 'remedy.finished') done?.abort();
  };
  const countWith = (stages: NonNullable<ReturnType<typeof stepTiming>>, over: AbortSignal): void => {
    const both = AbortSignal.any([over, interrupt.signal]);
    // It helps; what matters is what the phone is seen to do.
    void import('./count-along.ts')
      .then(({ countAlong }) => countAlong(stages, live, clock, both))
      .catch(() => undefined);
  };
  const { udid, to, consent } = options;
  const result = await fix(
    {
      what,
      udid,
      to,
      password: (of) => anyPassword(of, options.passwordFd, interrupt.signal),
      agree: async (agreement) => {
        if (consent !== undefined) return consent;
        const { askToAgree } = await import('./agree.ts');
        return await askToAgree(agreement, interrupt.signal);
      },
    },
    clock,
    tell,
    interrupt.signal,
  ).finally(() => done?.abort());
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    live.line(RESULTS[result.result]);
    if (result.result === 'done') live.line(NEXT[result.remedy ?? ''] ?? THEN);
  }
  if (result.result === 'not-done') process.exitCode = Exit.person;
  if (result.result === 'failed') process.exitCode = Exit.failed;
  return result.result === 'done' && result.remedy === 'erase';
}

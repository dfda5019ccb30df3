import { Command } from 'commander';
import type { Instead } from '../app/watch-or-backup.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { descriptor, givenPassword } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { passwordsFromPerson } from './passwords.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly udid?: string;
  readonly to?: string;
  readonly orBackupTo?: string;
  readonly passwordFd?: number;
  readonly json?: true;
}

const HELP = `
The iPhone makes its iCloud backup by itself; over the cable its log is read, and nothing on it is changed. What is seen
is told in words, with the lines it is read from; names, accounts and files are blotted out of them.
Ends when that backup is finished (exit status 0), when it fails and nothing is left to be done for it (3), or with
Ctrl-C.

Examples:
  thaw watch
  thaw watch --or-backup-to /media/disk/iPhone     # if iCloud does not take it, this disk does`;

/** `thaw watch`: follow a backup that Thaw does not make, above all the phone's own to iCloud. */
export function watchCommand(): Command {
  return new Command('watch')
    .description(
      'follow the iPhone’s own backup to iCloud, or one that another program makes, and say what is wrong',
    )
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--to <folder>', 'where another program writes its backup, if that cannot be seen')
    .option('--or-backup-to <folder>', 'when the iCloud backup fails, make an encrypted one there')
    .option('--password-fd <n>', 'read the password of that one from file descriptor n', descriptor)
    .option('--json', 'one JSON line per event')
    .addHelpText('after', HELP)
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ watchOrBackup }, { Exit, exitCodeOf }, { runClock }, { WatchView }] = await Promise.all([
    import('../app/watch-or-backup.ts'),
    import('../app/exit-codes.ts'),
    import('./run-clock.ts'),
    import('./watch-view.ts'),
  ]);
  using interrupt = new Interrupt();
  const view = new WatchView(process.stdout);
  const show = (event: RunEvent): void => {
    if (options.json) printJson(event);
    else view.show(event);
  };
  const instead = await insteadOf(options.orBackupTo, options.passwordFd);
  const request = { udid: options.udid, to: options.to, instead };
  let outcome: string | undefined;
  try {
    for await (const event of watchOrBackup(request, runClock(), interrupt.signal)) {
      show(event);
      if (event.type === 'run.finished') outcome = event.outcome;
    }
    if (outcome === 'needs-person') process.exitCode = Exit.person;
  } catch (thrown) {
    // Where a run was ended its last events have told of it already.
    if (outcome === undefined) throw thrown;
    process.exitCode = exitCodeOf(thrown);
  }
  if (outcome === 'needs-person' && !options.json && !instead)
    await offer(options.udid, interrupt.signal, show);
}

/** Where the backup goes that is made instead; the password is asked for before, while somebody is there. */
async function insteadOf(
  folder: string | undefined,
  passwordFd: number | undefined,
): Promise<Instead | undefined> {
  if (folder === undefined) return undefined;
  const password = (await givenPassword(passwordFd)) ?? (await passwordsFromPerson().fresh());
  return { destination: folder, password };
}

/** Offers the encrypted backup on this computer to a person at a terminal; the folder typed is the yes. */
async function offer(
  udid: string | undefined,
  signal: AbortSignal,
  show: (event: RunEvent) => void,
): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const [{ advice }, { localMux }, { systemClock }, { askLine }] = await Promise.all([
    import('../app/advice.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
    import('./ask-line.ts'),
  ]);
  const told = await advice({ mux: localMux(systemClock), clock: systemClock, udid }, signal).catch(
    () => undefined,
  );
  if (told) process.stdout.write(`\n${told.paragraph}\n`);
  const question = '\nA folder for an encrypted backup on this computer, made now (nothing: not now): ';
  const destination = await askLine(question, signal);
  if (destination === '') return;
  const [{ backup }, { recorded }, { runClock }, { Exit }] = await Promise.all([
    import('../app/backup.ts'),
    import('../app/runs/recorder.ts'),
    import('./run-clock.ts'),
    import('../app/exit-codes.ts'),
  ]);
  const password = await passwordsFromPerson().fresh();
  const request = { destination, full: false, udid, encrypt: true, password };
  for await (const event of recorded(backup(request, runClock(), signal))) show(event);
  process.exitCode = Exit.done;
}

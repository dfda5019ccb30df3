import { Command, InvalidArgumentError } from 'commander';
import { outputIsOne } from '../app/one-output.ts';
import type { RestoreRequest } from '../app/restore.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { anyPassword, PASSWORD_HELP, withPasswordOption } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { PHASES, RunView } from './run-view.ts';

interface Options {
  readonly udid?: string;
  readonly source?: string;
  readonly generation?: number;
  readonly only?: readonly string[];
  readonly system?: true;
  readonly settings?: true;
  readonly keepPhotos?: true;
  readonly remove?: true;
  readonly copy?: true;
  readonly reboot: boolean;
  readonly skipApps?: true;
  readonly yes?: true;
  readonly passwordFd?: number;
  readonly json?: true;
}

const RESTORE_PHASES = { ...PHASES, verifying: 'Checking the backup first', sending: 'Sending' };

const HELP = `
${PASSWORD_HELP}

Before anything is touched the backup is checked, and everything in the way is named: a wrong password, Find My, a newer
iOS in the backup, too little room, a locked phone, an unfinished set-up. Then you are asked to type the phone’s name.
A restore that was cut begins anew: run the same command again.

Examples:
  thaw restore /media/disk/iPhone --system --settings
  thaw restore /media/disk/iPhone --only CameraRollDomain WhatsApp
  thaw restore /media/disk/iPhone --generation 3`;

/** `thaw restore`: put a backup, or a part of one, on to a phone. */
export function restoreCommand(): Command {
  const command = new Command('restore')
    .description('put a backup, or a part of one, on to a phone')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'to which phone, when several are connected')
    .option('--source <udid>', 'which backup, when the folder holds several')
    .option('--generation <n>', 'an earlier state of it, as “thaw history” counts them', wholeNumber)
    .option('--only <domain-or-app...>', 'only these domains (with *), or apps by bundle id or name')
    .option('--system', 'also what belongs to iOS itself')
    .option('--settings', 'also the settings: without it the phone keeps its own')
    .option('--keep-photos', 'leave the photos on the phone as they are; not every iOS may heed it')
    .option('--remove', 'delete what is on the phone and not in the backup')
    .option('--copy', 'copy the phone’s own backup in this folder first')
    .option('--no-reboot', 'do not restart the phone at the end')
    .option('--skip-apps', 'do not have the phone fetch the apps from the App Store')
    .option('--yes', 'do not ask whether the phone may be overwritten: for scripts');
  return withPasswordOption(command)
    .option('--json', 'one JSON line per event')
    .addHelpText('after', HELP)
    .action((folder: string, options: Options) => act(command, folder, options));
}

async function act(command: Command, folder: string, options: Options): Promise<void> {
  // What is not among the chosen few is not in the reduced backup: all of it would go.
  if (options.only && options.remove) command.error('error: --only and --remove exclude each other');
  const [{ restoreBackup }, { exitCodeOf }, { systemClock }] = await Promise.all([
    import('../app/restore.ts'),
    import('../app/exit-codes.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  const view = new RunView(process.stdout, RESTORE_PHASES);
  try {
    const events = restoreBackup(requestOf(folder, options, interrupt.signal), systemClock, interrupt.signal);
    for await (const event of events) {
      if (options.json) printJson(event);
      else if (event.type === 'run.finished') tellEnd(event, view, options);
      else view.show(event);
    }
  } catch (thrown) {
    // Its last events have told of it already.
    if (!options.json && !(outputIsOne() && view.hasTold(thrown))) throw thrown;
    process.exitCode = exitCodeOf(thrown);
  }
}

function requestOf(folder: string, options: Options, signal: AbortSignal): RestoreRequest {
  const { udid, source, generation, only } = options;
  return {
    folder,
    options: {
      systemFiles: options.system ?? false,
      keepSettings: !options.settings,
      removeOthers: options.remove ?? false,
      reboot: options.reboot,
      ...(options.keepPhotos && { keepPhotos: true }),
    },
    copyFirst: options.copy ?? false,
    fetchApps: !options.skipApps,
    password: (of) => anyPassword(of, options.passwordFd, signal),
    confirm: async (what) => {
      if (options.yes) return true;
      const { confirmRestore } = await import('./confirm-restore.ts');
      return await confirmRestore(what, signal);
    },
    ...(udid !== undefined && { udid }),
    ...(source !== undefined && { source }),
    ...(generation !== undefined && { generation }),
    ...(only !== undefined && { only }),
  };
}

function tellEnd(event: Extract<RunEvent, { type: 'run.finished' }>, view: RunView, options: Options): void {
  view.show({ ...event, backup: null });
  if (!event.backup) return;
  const files = event.backup.files.toLocaleString('en');
  process.stdout.write(
    `Restored: the iPhone says that all went well, and has taken all ${files} files it asked for.\n` +
      `${options.reboot ? 'It restarts now. Leave it connected until its lock screen shows.\n' : ''}`,
  );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

import { Command, CommanderError } from 'commander';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { devicesCommand } from './devices.ts';
import { extractCommand } from './extract.ts';
import { tellFailure } from './failure.ts';
import { fit } from './fit.ts';
import { fixCommand } from './fix.ts';
import { historyCommand } from './history.ts';
import { labCommand } from './lab.ts';
import { listCommand } from './list.ts';
import { openCommand } from './open.ts';
import { pairCommand } from './pair.ts';
import { passwordCommand } from './password.ts';
import { repairCommand } from './repair.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { salvageCommand } from './salvage.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { unpairCommand } from './unpair.ts';
import { verifyCommand } from './verify.ts';
import { virtualCommand } from './virtual.ts';
import { watchCommand } from './watch.ts';
import { whyCommand } from './why.ts';

/** Wrong usage, told by commander itself. */
const EXIT_USAGE = 2;

const HELP = `
Exit status: 0 done and verified, 1 failed, 2 wrong usage, 3 a person is needed, 4 no phone, 5 the backup is damaged,
130 cancelled. With --json every command says what it does for programs to read.

Examples:
  thaw                                  the page; for whoever would rather not type
  thaw backup --to /media/disk/iPhone
  thaw why                              when a backup does not get on`;

/** The whole command line; each command is a file of its own beside this one. */
export function program(): Command {
  const thaw = new Command('thaw')
    .description('Unfreezes iPhone backups: makes them, says why one is stuck, and proves the result.')
    .option('-V, --version', 'print the version')
    .addHelpText('after', HELP);
  for (const [heading, commands] of groups()) {
    thaw.commandsGroup(heading);
    for (const command of commands) thaw.addCommand(command);
  }
  return talkative(thaw, '');
}

/** The commands as a person looks for them. */
function groups(): readonly (readonly [heading: string, commands: readonly Command[]])[] {
  return [
    ['To begin with:', [openCommand(), demoCommand()]],
    [
      'Back up a phone:',
      [devicesCommand(), pairCommand(), unpairCommand(), checkCommand(), backupCommand(), passwordCommand()],
    ],
    ['When it is stuck:', [whyCommand(), fixCommand(), watchCommand(), reportCommand()]],
    [
      'Look after a backup:',
      [historyCommand(), verifyCommand(), repairCommand(), salvageCommand(), restoreCommand()],
    ],
    ['Look into a backup:', [listCommand(), searchCommand(), extractCommand()]],
    ['For those who build on it:', [serveCommand(), virtualCommand(), labCommand()]],
  ];
}

/** Runs the command line and resolves with the exit code of design: 0, 1, 2, 3, 4, 5 or 130. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      const { thawVersion } = await import('../app/version.ts');
      console.log(await thawVersion());
      return 0;
    }
    await program().parseAsync([...withCommand(argv)], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : EXIT_USAGE;
    return tellFailure(thrown, argv.includes('--json'));
  }
}

/** `thaw` alone, also with options, opens the page. */
function withCommand(argv: readonly string[]): readonly string[] {
  const [first = ''] = argv;
  const isHelp = first === '--help' || first === '-h';
  return first === '' || (first.startsWith('-') && !isHelp) ? ['open', ...argv] : argv;
}

/** Wrong usage is thrown, and told with where to read on. */
function talkative(command: Command, path: string): Command {
  const line = `${path}${command.name()}`;
  const out = (text: string): unknown => process.stdout.write(fit(text, process.stdout));
  const err = (text: string): unknown => process.stderr.write(fit(text, process.stderr));
  command.configureOutput({ writeOut: out, writeErr: err }).exitOverride();
  command.showHelpAfterError(`What is possible: ${line} --help`);
  for (const sub of command.commands) talkative(sub, `${line} `);
  return command;
}

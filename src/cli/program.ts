import { Command, CommanderError } from 'commander';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { devicesCommand } from './devices.ts';
import { extractCommand } from './extract.ts';
import { tellFailure } from './failure.ts';
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

/** The whole command line; each command is a file of its own beside this one. */
export function program(): Command {
  const thaw = new Command('thaw')
    .description('Unfreezes iPhone backups: makes them, says why one is stuck, and proves the result.')
    .option('-V, --version', 'print the version')
    .showHelpAfterError('Run with --help to see what is possible.')
    .exitOverride();
  const commands = [
    demoCommand(),
    devicesCommand(),
    pairCommand(),
    unpairCommand(),
    checkCommand(),
    backupCommand(),
    watchCommand(),
    whyCommand(),
    fixCommand(),
    passwordCommand(),
    verifyCommand(),
    repairCommand(),
    salvageCommand(),
    listCommand(),
    searchCommand(),
    extractCommand(),
    restoreCommand(),
    historyCommand(),
    reportCommand(),
    virtualCommand(),
    labCommand(),
    serveCommand(),
  ];
  thaw.addCommand(withExitOverride(openCommand()), { isDefault: true });
  for (const command of commands) thaw.addCommand(withExitOverride(command));
  return thaw;
}

/** Runs the command line and resolves with the exit code of design: 0, 1, 2, 3, 4, 5 or 130. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      const { thawVersion } = await import('../app/version.ts');
      console.log(await thawVersion());
      return 0;
    }
    await program().parseAsync([...argv], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : EXIT_USAGE;
    return tellFailure(thrown, argv.includes('--json'));
  }
}

function withExitOverride(command: Command): Command {
  command.exitOverride();
  for (const sub of command.commands) withExitOverride(sub);
  return command;
}

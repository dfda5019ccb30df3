import { Command } from 'commander';
import type { PasswordAct } from '../app/password.ts';
import { askWords } from '../app/words/ask-words.ts';
import type { RunFact } from '../kit/run-event.ts';
import { descriptor } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { checkCommand, forgetCommand } from './kept-password.ts';
import { passwordsFromDescriptor, passwordsFromPerson } from './passwords.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly udid?: string;
  readonly passwordFd?: number;
  readonly remember?: true;
  readonly json?: true;
}

const ACTS = {
  set: {
    description:
      'set a password: the phone then encrypts its backups, which hold more (health, saved passwords)',
    lines: 'the new password',
    done: 'Backups of this iPhone are encrypted from now on. The next one is a full one.',
  },
  change: {
    description: 'change the password',
    lines: 'the current and the new password, a line each',
    done: 'The password is changed, for backups from now on: earlier ones keep theirs.',
  },
  remove: {
    description: 'remove the password: backups are then not encrypted',
    lines: 'the current password',
    done: 'Backups of this iPhone are no longer encrypted. Earlier ones keep their password.',
  },
} as const satisfies Record<PasswordAct, object>;

const NOTE = `
The phone keeps the password; it is typed here without being shown, or comes from THAW_BACKUP_PASSWORD (the current
one) and THAW_BACKUP_NEW_PASSWORD, or from a file descriptor. Nobody can read it back: keep it in a safe place.`;

/** `thaw password`: the password that encrypts local backups. */
export function passwordCommand(): Command {
  const password = new Command('password')
    .description('check, set, change or remove the password that encrypts local backups')
    .addHelpText('after', `${NOTE}\n\nExample:\n  thaw password set`);
  password.addCommand(checkCommand());
  for (const act of ['set', 'change', 'remove'] as const) {
    const command = password
      .command(act)
      .description(ACTS[act].description)
      .option('--udid <udid>', 'which phone, when several are connected')
      .option('--password-fd <n>', `read ${ACTS[act].lines} from file descriptor n`, descriptor)
      .option('--json', 'one JSON line for each thing that happens')
      .addHelpText('after', `\nExample:\n  thaw password ${act}`)
      .action((options: Options) => run(act, options));
    if (act !== 'remove') command.option('--remember', 'keep the new password in the system’s keychain');
  }
  return password.addCommand(forgetCommand());
}

async function run(act: PasswordAct, options: Options): Promise<void> {
  const [
    { changeBackupPassword },
    { assertKeychain, rememberedPassword, rememberPassword },
    { systemClock },
  ] = await Promise.all([
    import('../app/password.ts'),
    import('../app/backup-password.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  if (options.remember) await assertKeychain();
  const { current, fresh } =
    options.passwordFd === undefined
      ? passwordsFromPerson()
      : await passwordsFromDescriptor(options.passwordFd);
  let chosen: string | undefined;
  const passwords = {
    current,
    fresh: async () => {
      chosen = await fresh();
      return chosen;
    },
  };
  const wanted = options.udid === undefined ? {} : { udid: options.udid };
  const tell = (fact: RunFact): void => {
    if (options.json) printJson(fact);
    else if (fact.type === 'phone.asks') process.stdout.write(`${askWords[fact.what]}\n`);
  };
  const result = await changeBackupPassword(wanted, act, passwords, systemClock, tell, interrupt.signal);
  // Who has a password remembered means the one that is in use.
  const keep = options.remember ?? (await rememberedPassword(result.udid, interrupt.signal)) !== undefined;
  if (chosen !== undefined && keep) await rememberPassword(result.udid, chosen, interrupt.signal);
  const said = options.json ? JSON.stringify({ type: 'password.changed', ...result }) : ACTS[act].done;
  process.stdout.write(`${said}\n`);
}

import { Command } from 'commander';
import { ThawError } from '../kit/errors.ts';
import { descriptor, givenPassword, tellOfWait, typedPassword } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly udid?: string;
  readonly passwordFd?: number;
  readonly remember?: true;
  readonly json?: true;
}

/** `thaw password check`: does a password open a backup, long before it is needed? */
export function checkCommand(): Command {
  return new Command('check')
    .description('check that a password opens a backup; nothing else is read, so it takes seconds')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--password-fd <n>', 'read the password from file descriptor n', descriptor)
    .option('--remember', 'keep the password in the system’s keychain when it is right')
    .option('--json', 'one JSON value')
    .addHelpText('after', '\nExample:\n  thaw password check /media/disk/iPhone --remember')
    .action(check);
}

/** `thaw password forget`: take a password out of the keychain. */
export function forgetCommand(): Command {
  return new Command('forget')
    .description('take a remembered password out of the system’s keychain')
    .argument('[folder]', 'a backup of the phone whose password it is; or give --udid')
    .option('--udid <udid>', 'the phone whose password it is')
    .option('--json', 'one JSON value')
    .addHelpText('after', '\nExample:\n  thaw password forget /media/disk/iPhone')
    .action(forget);
}

async function check(folder: string, options: Options): Promise<void> {
  const { assertKeychain, checkBackupPassword, lockOfBackup, rememberedPassword, rememberPassword } =
    await import('../app/backup-password.ts');
  const { systemClock } = await import('../kit/clock.ts');
  using interrupt = new Interrupt();
  const { udid, encrypted } = await lockOfBackup(folder, options.udid);
  // One without a password is told as such by the check itself, and not asked for.
  const typed = encrypted ? typedPassword : async () => '';
  if (options.remember) await assertKeychain();
  const kept = options.remember ? undefined : await rememberedPassword(udid, interrupt.signal);
  const password = (await givenPassword(options.passwordFd)) ?? kept ?? (await typed());
  if (password === undefined) throw new ThawError('password.missing', 'no password was given');
  const started = systemClock.ticks();
  tellOfWait();
  const { path } = await checkBackupPassword(folder, udid, password, interrupt.signal);
  const seconds = (systemClock.ticks() - started) / 1000;
  if (options.remember) await rememberPassword(udid, password, interrupt.signal);
  const remembered = options.remember ?? password === kept;
  if (options.json) printJson({ path, udid, right: true, remembered, seconds });
  else process.stdout.write(`The password opens this backup.${remembered ? ' It is remembered.' : ''}\n`);
}

async function forget(folder: string | undefined, options: Options): Promise<void> {
  const { forgetPassword, lockOfBackup } = await import('../app/backup-password.ts');
  using interrupt = new Interrupt();
  const udid = folder === undefined ? options.udid : (await lockOfBackup(folder, options.udid)).udid;
  if (udid === undefined) {
    const message = 'Name a backup’s folder, or a phone with --udid.';
    throw new ThawError('usage', message, { facts: { message } });
  }
  const forgotten = await forgetPassword(udid, interrupt.signal);
  const text = forgotten ? 'Forgotten. The backups keep their password.' : 'No password was remembered.';
  process.stdout.write(`${options.json ? JSON.stringify({ udid, forgotten }) : text}\n`);
}

import { type Command, InvalidArgumentError } from 'commander';

/** Where a backup's password may come from: what {@link withPasswordOption} adds to a command. */
export interface PasswordOptions {
  readonly udid?: string;
  readonly passwordFd?: number;
}

/** Said in the help of every command that takes a backup's password. */
export const PASSWORD_HELP =
  'The password of an encrypted backup is typed when asked, or comes from THAW_BACKUP_PASSWORD, from --password-fd, or\nfrom the system’s keychain if it was remembered (“thaw password check --remember”).';

/** Adds `--password-fd`. */
export function withPasswordOption(command: Command): Command {
  return command.option('--password-fd <n>', 'read the backup’s password from file descriptor n', descriptor);
}

/** A file descriptor, as the value of an option. */
export function descriptor(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Give the number of an open file descriptor.');
  return Number(text);
}

/**
 * The password of the backup in `folder`: from --password-fd, the environment, the keychain, or typed on the terminal, in
 * this order. Undefined when it needs none, or when there is nowhere to get it from. Rejects with `backup.none-here`.
 */
export async function askBackupPassword(
  folder: string,
  options: PasswordOptions,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { lockOfBackup } = await import('../app/backup-password.ts');
  const { udid, encrypted } = await lockOfBackup(folder, options.udid);
  const password = encrypted ? await anyPassword(udid, options.passwordFd, signal) : undefined;
  if (password !== undefined) tellOfWait();
  return password;
}

/** The phone makes guessing slow, and so the right password, too. */
export function tellOfWait(): void {
  if (process.stderr.isTTY)
    process.stderr.write('Opening the backup: this takes some seconds, on purpose …\n');
}

/** The same for a phone's backups whatever they are, once it is known that a password is needed. */
export async function anyPassword(
  udid: string,
  passwordFd: number | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  const given = await givenPassword(passwordFd);
  if (given) return given;
  const { rememberedPassword } = await import('../app/backup-password.ts');
  return (await rememberedPassword(udid, signal)) ?? (await typedPassword());
}

/** From --password-fd or the environment. */
export async function givenPassword(passwordFd: number | undefined): Promise<string | undefined> {
  if (passwordFd === undefined) return process.env['THAW_BACKUP_PASSWORD'] || undefined;
  const { readPasswordLines } = await import('../app/password-lines.ts');
  return (await readPasswordLines(passwordFd))[0] || undefined;
}

/** Typed on the terminal, unseen; undefined where there is none. */
export async function typedPassword(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const { askHidden } = await import('./hidden-prompt.ts');
  return (await askHidden('Password of this backup: ')) || undefined;
}

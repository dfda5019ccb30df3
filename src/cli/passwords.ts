import type { Passwords } from '../app/password.ts';
import { ThawError } from '../kit/errors.ts';

/** Passwords out of a file descriptor: one a line, in the order in which they are asked for. */
export async function passwordsFromDescriptor(descriptor: number): Promise<Passwords> {
  const { readPasswordLines } = await import('../app/password-lines.ts');
  const lines = (await readPasswordLines(descriptor)).values();
  const next = async (): Promise<string> => given(lines.next().value);
  return { current: next, fresh: next };
}

/** Passwords out of the environment, the current one also out of the keychain, and else from the terminal. */
export function passwordsFromPerson(): Passwords {
  return {
    current: async (udid) =>
      process.env['THAW_BACKUP_PASSWORD'] ||
      (await remembered(udid)) ||
      (await typed('Current backup password: ')),
    fresh: async () => process.env['THAW_BACKUP_NEW_PASSWORD'] || (await typedTwice()),
  };
}

async function remembered(udid: string): Promise<string | undefined> {
  const { rememberedPassword } = await import('../app/backup-password.ts');
  return await rememberedPassword(udid);
}

async function typedTwice(): Promise<string> {
  const first = await typed('New backup password: ');
  if ((await typed('The same once more: ')) === first) return first;
  throw new ThawError('password.mismatch', 'the two passwords differ');
}

async function typed(question: string): Promise<string> {
  if (!process.stdin.isTTY) return given(undefined);
  const { askHidden } = await import('./hidden-prompt.ts');
  return given(await askHidden(question));
}

function given(password: string | undefined): string {
  if (password) return password;
  throw new ThawError('password.missing', 'no password was given');
}

import type { Passwords } from '../app/password.ts';
import { type Facts, ThawError } from '../kit/errors.ts';

const NEW = 'THAW_BACKUP_NEW_PASSWORD';

/** Passwords out of a file descriptor: one a line, in the order in which they are asked for. */
export async function passwordsFromDescriptor(descriptor: number): Promise<Passwords> {
  const { readPasswordLines } = await import('../app/password-lines.ts');
  const lines = (await readPasswordLines(descriptor)).values();
  const next = async (): Promise<string> => lines.next().value || missing();
  return { current: next, fresh: next };
}

/** Passwords out of the environment, the current one also out of the keychain, and else from the terminal. */
export function passwordsFromPerson(): Passwords {
  return {
    current: async (udid) =>
      process.env['THAW_BACKUP_PASSWORD'] ||
      (await remembered(udid)) ||
      (await typed('Current backup password: ', 'THAW_BACKUP_PASSWORD')),
    fresh: async () => process.env[NEW] || (await typedTwice()),
  };
}

async function remembered(udid: string): Promise<string | undefined> {
  const { rememberedPassword } = await import('../app/backup-password.ts');
  return await rememberedPassword(udid);
}

async function typedTwice(): Promise<string> {
  const first = await typed('New backup password: ', NEW);
  if ((await typed('The same once more: ', NEW)) === first) return first;
  throw new ThawError('password.mismatch', 'the two passwords differ');
}

/** `variable`: of the environment, which can say it where nobody can be asked. */
async function typed(question: string, variable: string): Promise<string> {
  if (!process.stdin.isTTY) return missing({ variable });
  const { askHidden } = await import('./hidden-prompt.ts');
  return (await askHidden(question)) || missing({ variable });
}

function missing(facts: Facts = {}): never {
  throw new ThawError('password.missing', 'no password was given', { facts });
}

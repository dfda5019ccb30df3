import { Command, InvalidArgumentError, Option } from 'commander';
import type { Depth, Verified, VerifyEvent, VerifyRequest } from '../app/verify.ts';
import {
  askBackupPassword,
  PASSWORD_HELP,
  type PasswordOptions,
  withPasswordOption,
} from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { writeLine } from './lines.ts';

interface Options extends PasswordOptions {
  readonly depth?: Depth;
  readonly sample?: number;
  readonly json?: true;
}

const DEPTHS = ['structure', 'files', 'content'] as const satisfies readonly Depth[];

const NOTE = `
How deep: “structure” looks at the metadata, “files” also at every file’s place and size, “content” also reads every
file: it decrypts, has its digest, and opens if it is a database or property list. With --sample 5% the contents of
one part in twenty are read, the next time those of the next part, so that all get their turn.

Exit status 5: the backup is damaged.
`;

/** `thaw verify`: is everything of a backup there, and whole? */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .description('check that a backup is whole; nothing in it is changed')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .addOption(new Option('--depth <depth>', 'how deep to go (default: files)').choices(DEPTHS))
    .option('--sample <percent>', 'read the contents of so much, in turn, as “5%”', shareOf)
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON value')
    .addHelpText(
      'after',
      `${NOTE}\n${PASSWORD_HELP}\n\nExamples:\n  thaw verify /media/disk/iPhone\n  thaw verify /media/disk/iPhone --depth content`,
    )
    .action(act);
  return withPasswordOption(command);
}

async function act(folder: string, options: Options): Promise<void> {
  const [{ verifyBackup }, { VerifyView }, { systemClock }, { Exit }] = await Promise.all([
    import('../app/verify.ts'),
    import('./verify-view.ts'),
    import('../kit/clock.ts'),
    import('../app/exit-codes.ts'),
  ]);
  const depth = options.depth ?? (options.sample === undefined ? 'files' : 'content');
  if (options.sample !== undefined && depth !== 'content')
    throw new InvalidArgumentError('--sample goes with --depth content.');
  using interrupt = new Interrupt();
  const request = await requestOf(folder, options, depth, interrupt.signal);
  using view = new VerifyView(process.stdout, systemClock.ticks);
  const tell = (event: VerifyEvent): void => {
    if (!options.json) view.show(event);
  };
  const verified = await verifyBackup(request, systemClock, tell, interrupt.signal);
  if (!verified.sound) process.exitCode = Exit.damaged;
  if (options.json) await writeLine(await inJson(verified));
  else view.end(verified);
}

async function requestOf(
  folder: string,
  options: Options,
  depth: Depth,
  signal: AbortSignal,
): Promise<VerifyRequest> {
  const password = await askBackupPassword(folder, options, signal);
  return {
    folder,
    depth,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(options.sample !== undefined && { share: options.sample }),
    ...(password !== undefined && { password }),
  };
}

async function inJson({ backup, verification, sound, icloud }: Verified): Promise<string> {
  const { describedFinding } = await import('../app/words/finding-words.ts');
  const findings = verification.findings.map(describedFinding);
  return JSON.stringify({ path: backup.path, sound, ...verification, findings, icloud: icloud ?? null });
}

function shareOf(text: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text) ?? [];
  const share = Number(number) / 100;
  if (share > 0 && share <= 1) return share;
  throw new InvalidArgumentError('Give a share of the backup in percent, as “5%”.');
}

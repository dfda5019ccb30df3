import { Command } from 'commander';
import type { VerifyRequest } from '../app/verify.ts';
import { Interrupt } from './interrupt.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

const MAX_PRINTED = 50;

/** `thaw verify`: is everything of a backup there? */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'check that a backup is whole: its metadata, its list of files, and every file with its size',
    )
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON value')
    .addHelpText(
      'after',
      '\nThe password of an encrypted backup: THAW_BACKUP_PASSWORD. Without it only the structure is checked.\nExit status 5: the backup is damaged.\n\nExample:\n  thaw verify /media/disk/iPhone',
    )
    .action(act);
}

async function act(folder: string, options: Options): Promise<void> {
  const [{ verifyBackup }, { findingInWords }, { isHarmless }, { Exit }] = await Promise.all([
    import('../app/verify.ts'),
    import('../app/words/finding-words.ts'),
    import('../app/verify.ts'),
    import('../app/exit-codes.ts'),
  ]);
  using interrupt = new Interrupt();
  const password = process.env['THAW_BACKUP_PASSWORD'];
  const request: VerifyRequest = {
    folder,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  const { backup, verification } = await verifyBackup(request, () => {}, interrupt.signal);
  const damaged = verification.findings.some((finding) => !isHarmless(finding));
  if (damaged) process.exitCode = Exit.damaged;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ path: backup.path, sound: !damaged, ...verification })}\n`);
    return;
  }
  for (const finding of verification.findings.slice(0, MAX_PRINTED))
    process.stdout.write(`${findingInWords(finding)}\n`);
  if (verification.findings.length > MAX_PRINTED)
    process.stdout.write(`… ${verification.findings.length - MAX_PRINTED} more\n`);
  if (damaged) process.stdout.write('This backup is not whole. It was not changed.\n');
  else if (verification.depth === 'structure')
    process.stdout.write(
      'What can be seen without the password is in order. Set THAW_BACKUP_PASSWORD to check every file.\n',
    );
  else
    process.stdout.write(
      `Whole: ${verification.files.toLocaleString('en')} files are there with their exact size.\n`,
    );
}

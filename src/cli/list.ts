import { Command } from 'commander';
import type { Choice, DomainSum, ListedFile } from '../app/list.ts';
import type { ArchiveRequest } from '../app/open-archive.ts';
import {
  askBackupPassword,
  PASSWORD_HELP,
  type PasswordOptions,
  withPasswordOption,
} from './backup-password.ts';
import { type ChoiceOptions, choiceOf, withChoiceOptions } from './entry-options.ts';
import { Interrupt } from './interrupt.ts';
import { writeLines } from './lines.ts';
import { printable } from './printable.ts';

interface Options extends ChoiceOptions, PasswordOptions {
  readonly summary?: true;
  readonly json?: true;
}

/** `thaw list`: what a backup holds. */
export function listCommand(): Command {
  const command = new Command('list')
    .description('list the files of a backup, by domain, app, path, date or size')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--summary', 'how many files and bytes each app and domain has, the largest first')
    .option('--json', 'one JSON line for each file or domain')
    .addHelpText(
      'after',
      `\n${PASSWORD_HELP}\n\nExamples:\n  thaw list /media/disk/iPhone --summary\n  thaw list /media/disk/iPhone --glob "*.mov" --min-size 100M`,
    )
    .action(act);
  return withPasswordOption(withChoiceOptions(command));
}

async function act(folder: string, options: Options): Promise<void> {
  const { listFiles, sumDomains } = await import('../app/list.ts');
  using interrupt = new Interrupt();
  const password = await askBackupPassword(folder, options, interrupt.signal);
  const request: ArchiveRequest = {
    folder,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  const choice: Choice = choiceOf(options);
  if (options.summary) {
    const sums = await sumDomains(request, choice, interrupt.signal);
    await writeLines(options.json ? asJson(sums) : sumLines(sums));
  } else {
    const files = listFiles(request, choice, interrupt.signal);
    await writeLines(options.json ? asJson(named(files)) : fileLines(files));
  }
}

async function* asJson(values: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  for await (const value of values) yield JSON.stringify(value);
}

/** Files as every other command names them. */
async function* named(files: AsyncIterable<ListedFile>): AsyncGenerator<object> {
  for await (const { domain, relativePath: path, ...rest } of files) yield { domain, path, ...rest };
}

/** A table for people; in a pipe one line a file with tabs between: size, time, domain, path. */
async function* fileLines(files: AsyncIterable<ListedFile>): AsyncGenerator<string> {
  const { sizeInWords } = await import('../kit/amounts.ts');
  const onTerminal = process.stdout.isTTY;
  let count = 0;
  for await (const { size, modified, domain, relativePath } of files) {
    count += 1;
    const place = `${printable(domain)}${onTerminal ? '  ' : '\t'}${printable(relativePath)}`;
    if (onTerminal) yield `${sizeInWords(size).padStart(10)}  ${minute(modified)}  ${place}`;
    else yield `${size}\t${modified.toISOString()}\t${place}`;
  }
  if (onTerminal) yield count === 0 ? 'Nothing fits.' : `${count.toLocaleString('en')} files`;
}

async function* sumLines(sums: readonly DomainSum[]): AsyncGenerator<string> {
  const { sizeInWords } = await import('../kit/amounts.ts');
  const onTerminal = process.stdout.isTTY;
  const appWidth = Math.min(28, Math.max(0, ...sums.map(({ app }) => app.length)));
  for (const { app, domain, files, bytes } of sums) {
    const names = [printable(app), printable(domain)] as const;
    const [size, count] = [sizeInWords(bytes).padStart(10), files.toLocaleString('en').padStart(9)];
    if (onTerminal) yield `${size} ${count} files  ${names[0].padEnd(appWidth)}  ${names[1]}`;
    else yield `${bytes}\t${files}\t${names.join('\t')}`;
  }
}

function minute(at: Date): string {
  return at.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}

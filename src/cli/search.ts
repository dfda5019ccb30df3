import { Command } from 'commander';
import type { Hit, Unsearched } from '../app/search.ts';
import { ThawError } from '../kit/errors.ts';
import {
  askBackupPassword,
  PASSWORD_HELP,
  type PasswordOptions,
  withPasswordOption,
} from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { writeLines } from './lines.ts';
import { printable } from './printable.ts';

interface Options extends PasswordOptions {
  readonly json?: true;
}

/** `thaw search`: where in a backup something is. */
export function searchCommand(): Command {
  const command = new Command('search')
    .description(
      'search a backup: names of files, contacts, notes, messages; in any case, with or without accents',
    )
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .argument('<text>', 'what to look for')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON line for each place')
    .addHelpText('after', `\n${PASSWORD_HELP}\n\nExample:\n  thaw search /media/disk/iPhone "flight number"`)
    .action(act);
  return withPasswordOption(command);
}

async function act(folder: string, text: string, options: Options): Promise<void> {
  if (text.trim() === '')
    throw new ThawError('usage', 'nothing to look for', { facts: { message: 'Say what to look for.' } });
  const { search } = await import('../app/search.ts');
  using interrupt = new Interrupt();
  const password = await askBackupPassword(folder, options, interrupt.signal);
  const request = {
    folder,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  await writeLines(linesOf(search(request, text, interrupt.signal), options.json ?? false));
}

async function* linesOf(hits: AsyncIterable<Hit | Unsearched>, json: boolean): AsyncGenerator<string> {
  let count = 0;
  for await (const hit of hits) {
    if (hit.kind !== 'unsearched') count += 1;
    yield json ? JSON.stringify(hit) : printable(lineOf(hit));
  }
  if (count === 0 && !json) yield 'Nothing found.';
}

function lineOf(hit: Hit | Unsearched): string {
  switch (hit.kind) {
    case 'file':
      return `file     ${hit.domain}  ${hit.path}`;
    case 'contact':
      return `contact  ${hit.name}${hit.snippet === hit.name ? '' : `: ${hit.snippet}`}`;
    case 'note':
      return `note     ${minute(hit.at)}${[...hit.folders, hit.title].join(' / ')}: ${hit.snippet}`;
    case 'message':
      return `message  ${minute(hit.at)}${hit.app}, ${hit.conversation}, from ${hit.from}: ${hit.snippet}`;
    case 'unsearched':
      return `The ${hit.what === 'whatsapp' ? 'WhatsApp chats' : hit.what} could not be searched to the end: they are damaged.`;
  }
}

function minute(at: Date | undefined): string {
  return at ? `${at.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })} ` : '';
}

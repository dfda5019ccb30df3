import { Command } from 'commander';
import type { ExtractEvent, ExtractRequest, Kind } from '../app/extract.ts';
import { ThawError } from '../kit/errors.ts';
import {
  askBackupPassword,
  PASSWORD_HELP,
  type PasswordOptions,
  withPasswordOption,
} from './backup-password.ts';
import { type ChoiceOptions, choiceOf, withChoiceOptions } from './entry-options.ts';
import { ExtractView } from './extract-view.ts';
import { Interrupt } from './interrupt.ts';
import { watchReader, writeLines } from './lines.ts';
import { printJson } from './print-json.ts';

interface Options extends ChoiceOptions, PasswordOptions {
  readonly to: string;
  readonly as?: string;
  readonly json?: true;
}

const KINDS = 'photos, messages, contacts, calls, calendar, notes, voice-memos, safari or whatsapp';

/** `thaw extract`: files out of a backup, or what people miss in formats they can use. */
export function extractCommand(): Command {
  const command = new Command('extract')
    .description(
      'copy files out of a backup, or bring photos, messages and the like out in formats anyone can open',
    )
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .requiredOption('--to <folder>', 'where to write; nothing that is there is overwritten')
    .option('--as <kind>', `${KINDS}, instead of plain files`)
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON line for each thing that happens')
    .addHelpText(
      'after',
      `\n${PASSWORD_HELP}\n\nExamples:\n  thaw extract /media/disk/iPhone --to ~/pictures --as photos\n  thaw extract /media/disk/iPhone --to ~/files --app net.whatsapp.WhatsApp`,
    )
    .action(act);
  return withPasswordOption(withChoiceOptions(command));
}

async function act(folder: string, options: Options): Promise<void> {
  const [{ extract, isKind, KINDS: kinds }, { systemClock }] = await Promise.all([
    import('../app/extract.ts'),
    import('../kit/clock.ts'),
  ]);
  const kind = options.as;
  if (kind !== undefined && !isKind(kind)) throw usage(`--as takes ${kinds.join(', ')}.`);
  if (kind !== undefined && Object.keys(choiceOf(options)).length > 0)
    throw usage('With --as the whole of a kind is brought out: leave the filters away.');
  using interrupt = new Interrupt();
  const request = await requestOf(folder, options, kind, interrupt.signal);
  watchReader();
  using view = new ExtractView(process.stdout);
  const tell = (event: ExtractEvent): void => {
    if (options.json) printJson(event);
    else view.show(event);
  };
  const result = await extract(request, systemClock, tell, interrupt.signal);
  if (options.json) await writeLines([JSON.stringify({ type: 'extract.finished', ...result })]);
  else view.end(result);
  // What could be read is out, but not all of it: a script has to see that.
  if (result.failed > 0) process.exitCode = (await import('../app/exit-codes.ts')).Exit.damaged;
}

async function requestOf(
  folder: string,
  options: Options,
  as: Kind | undefined,
  signal: AbortSignal,
): Promise<ExtractRequest> {
  const password = await askBackupPassword(folder, options, signal);
  return {
    folder,
    to: options.to,
    choice: choiceOf(options),
    ...(as !== undefined && { as }),
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
}

function usage(message: string): ThawError {
  return new ThawError('usage', message, { facts: { message } });
}

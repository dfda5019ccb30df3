import { Command, InvalidArgumentError } from 'commander';
import type { History, HistoryRequest } from '../app/history.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

/**
 * `thaw history`: the earlier states of a backup; with `restore` and `prune` below it. Options are the same for all three, and
 * commander gives those it finds behind `restore` or `prune` to `history`: hence `optsWithGlobals`.
 */
export function historyCommand(): Command {
  return withCommonOptions(new Command('history'))
    .description('list the earlier states of a backup that Thaw kept; bring one back, or delete old ones')
    .addCommand(restoreCommand())
    .addCommand(pruneCommand())
    .addHelpText('after', '\nExample:\n  thaw history /media/disk/iPhone')
    .action(list);
}

function restoreCommand(): Command {
  return withCommonOptions(new Command('restore'))
    .description(
      'make an earlier state the backup again; what is the backup now is kept as a state of its own',
    )
    .argument('<number>', 'which one, as “thaw history” counts them', wholeNumber)
    .addHelpText('after', '\nExample:\n  thaw history restore /media/disk/iPhone 3')
    .action(restore);
}

function pruneCommand(): Command {
  return withCommonOptions(new Command('prune'))
    .description('delete old states; the backup itself stays')
    .requiredOption('--keep <n>', 'earlier states to keep, the newest; 0 for none', wholeNumber)
    .addHelpText('after', '\nExample:\n  thaw history prune /media/disk/iPhone --keep 3')
    .action(prune);
}

function withCommonOptions(command: Command): Command {
  return command
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON value');
}

async function list(folder: string, options: Options): Promise<void> {
  const [{ listHistory }, { sizeInWords }] = await Promise.all([
    import('../app/history.ts'),
    import('../kit/amounts.ts'),
  ]);
  const history = await listHistory(requestOf(folder, options));
  if (options.json) printJson(asJson(history));
  else process.stdout.write(asText(history, sizeInWords));
}

async function restore(folder: string, generation: number, _: Options, command: Command): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const [{ restoreGeneration }, { systemClock }] = await Promise.all([
    import('../app/history.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  const done = await restoreGeneration(requestOf(folder, options), generation, systemClock, interrupt.signal);
  if (options.json) printJson({ restored: generation, ...done });
  else
    process.stdout.write(
      `State ${generation} is the backup again. What was the backup until now is kept as state ${done.generation}.\n`,
    );
}

async function prune(folder: string, _: Options, command: Command): Promise<void> {
  const options = command.optsWithGlobals<Options & { readonly keep: number }>();
  const [{ pruneHistory }, { systemClock }, { sizeInWords }] = await Promise.all([
    import('../app/history.ts'),
    import('../kit/clock.ts'),
    import('../kit/amounts.ts'),
  ]);
  using interrupt = new Interrupt();
  const pruned = await pruneHistory(requestOf(folder, options), options.keep, systemClock, interrupt.signal);
  const { length } = pruned.generations;
  if (options.json) printJson(pruned);
  else if (length === 0) process.stdout.write('There was nothing to delete.\n');
  else
    process.stdout.write(
      `Deleted ${countInWords(length, 'earlier state')}: ${sizeInWords(pruned.bytes)} freed.\n`,
    );
}

/** Without where in its own folder Thaw keeps what: every command takes a state by its number. */
function asJson({ backup, generations }: History) {
  return { backup, generations: generations.map(({ kept, ...generation }) => generation) };
}

const STATES = {
  current: 'the backup now',
  earlier: 'can be restored',
  lost: 'only its manifests are left: another program wrote over it',
} as const satisfies Record<History['generations'][number]['state'], string>;

function asText({ backup, generations }: History, size: (bytes: number) => string): string {
  const lines = [`${backup.path}\n`];
  if (generations.length === 0) lines.push('Thaw has kept no earlier state of this backup.\n');
  for (const { number, madeAt, state, changes, keptBytes } of generations) {
    const parts: string[] = [STATES[state]];
    if (changes) {
      const { added, replaced, removed } = changes;
      parts.push(`${countInWords(added, 'file')} added, ${replaced} replaced, ${removed} removed`);
    }
    if (keptBytes > 0) parts.push(`${size(keptBytes)} kept for it`);
    const date = madeAt.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
    lines.push(`${String(number).padStart(4)}  ${date}  ${parts.join(' · ')}\n`);
  }
  return lines.join('');
}

function countInWords(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function requestOf(folder: string, { udid }: Options): HistoryRequest {
  return { folder, ...(udid !== undefined && { udid }) };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}

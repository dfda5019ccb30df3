import { Command } from 'commander';
import type { Beyond, Mend, Repair, RepairPlan } from '../app/repair.ts';
import type { VerifyEvent } from '../app/verify.ts';
import { ThawError } from '../kit/errors.ts';
import { PASSWORD_HELP, type PasswordOptions, withPasswordOption } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { printable } from './printable.ts';

interface Options extends PasswordOptions {
  readonly dryRun?: true;
  readonly content?: true;
  readonly yes?: true;
  readonly json?: true;
}

const MAX_FILES = 20;

/** `thaw repair`: bring a damaged or half-written backup to a state that can be restored. */
export function repairCommand(): Command {
  const repair = new Command('repair')
    .description('mend a backup that is damaged or was left half-written, so that it can be restored')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--dry-run', 'only say what would be done')
    .option('--content', 'read every file too, and mend those whose contents are damaged')
    .option('--yes', 'do it without asking')
    .option('--json', 'one JSON value');
  return withPasswordOption(repair)
    .addHelpText(
      'after',
      `\nWhat is wrong, what will be changed and what is lost is said before anything is done. The state before is kept:\n“thaw history restore” brings it back, byte for byte.\n\n${PASSWORD_HELP}\n\nExit status 5: not repaired, or not all of it.\n\nExample:\n  thaw repair /media/disk/iPhone`,
    )
    .action(act);
}

async function act(folder: string, options: Options): Promise<void> {
  const [{ repairBackup }, { Exit }, { systemClock }, { passwordIfAny }, { VerifyView }] = await Promise.all([
    import('../app/repair.ts'),
    import('../app/exit-codes.ts'),
    import('../kit/clock.ts'),
    import('./password-if-any.ts'),
    import('./verify-view.ts'),
  ]);
  using interrupt = new Interrupt();
  const password = await passwordIfAny(folder, options, interrupt.signal);
  using view = new VerifyView(process.stdout, systemClock.ticks);
  const request = {
    folder,
    tell: (event: VerifyEvent) => {
      if (!options.json) view.show(event);
    },
    dryRun: options.dryRun ?? false,
    thorough: options.content ?? false,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  let shown = false;
  const agree = async (plan: RepairPlan): Promise<boolean> => {
    shown = true;
    view.clear();
    if (!options.json) process.stdout.write(planInWords(plan));
    return options.yes ?? (await askToGoOn(interrupt.signal));
  };
  const repair = await repairBackup(request, agree, systemClock, interrupt.signal);
  const isWhole = repair.sound && (repair.repaired !== undefined || repair.mends.length === 0);
  if (!isWhole) process.exitCode = Exit.damaged;
  view.clear();
  if (options.json) printJson(repair);
  else process.stdout.write(`${shown ? '' : planInWords(repair)}${outcomeInWords(repair, folder)}`);
}

async function askToGoOn(signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ThawError('usage', 'nobody to ask', {
      facts: { message: 'There is nobody here to ask. Add --yes to do this, or --dry-run to only look.' },
    });
  }
  const { createInterface } = await import('node:readline/promises');
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  return /^y(es)?$/i.test((await lines.question('Do this? [y/N] ', { signal })).trim());
}

function planInWords(plan: RepairPlan): string {
  return [...plan.beyond.map(beyondInWords), ...plan.mends.map(mendInWords)].join('\n');
}

function mendInWords({ finds, changes, loses, files }: Mend): string {
  const lines = [printable(finds), `  will do: ${printable(changes)}`];
  lines.push(loses === undefined ? '  loses:   nothing' : `  loses:   ${printable(loses)}`);
  for (const file of files?.slice(0, MAX_FILES) ?? []) lines.push(`    - ${printable(file)}`);
  if (files && files.length > MAX_FILES)
    lines.push(`    … ${files.length - MAX_FILES} more (all with --json)`);
  return `${lines.join('\n')}\n`;
}

function beyondInWords({ finds, why, next }: Beyond): string {
  return `${printable(finds)}\n  cannot be repaired: ${printable(why)}\n  next:    ${printable(next)}\n`;
}

function outcomeInWords(repair: Repair, folder: string): string {
  const { mends, beyond, repaired, sound, depth } = repair;
  if (mends.length === 0 && beyond.length === 0)
    return sound
      ? `There is nothing to repair.${depth === 'structure' ? ' (Only what can be seen without the password was looked at.)' : ''}\n`
      : 'Nothing here can be repaired. See “thaw verify” for what is wrong.\n';
  if (mends.length === 0) return '\nNothing was changed.\n';
  const unseen = depth === 'structure' ? ', as far as can be seen without its password' : '';
  const lost = mends.some(({ loses }) => loses !== undefined) ? ', but for what is lost as said above' : '';
  const after = sound
    ? `${repaired ? 'The backup is' : 'After this the backup would be'} whole${unseen}${lost}.`
    : `${repaired ? 'It is' : 'It would'} still not ${repaired ? 'whole' : 'be whole'}: see “thaw verify”.`;
  if (!repaired) return `\n${after} Nothing was changed.\n`;
  const undo = repaired.generation;
  return `\nDone. ${after}\nThe state before is kept: “thaw history restore ${printable(folder)} ${undo ?? ''}” brings it back.\n`;
}

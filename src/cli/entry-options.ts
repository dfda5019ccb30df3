import { type Command, InvalidArgumentError } from 'commander';
import type { Choice } from '../app/list.ts';

/** What {@link withChoiceOptions} adds to a command. */
export type ChoiceOptions = Choice;

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['g', 1e9],
  ['t', 1e12],
]);

/** Adds the options that say which files of a backup are wanted. */
export function withChoiceOptions(command: Command): Command {
  return command
    .option('--domain <name>', 'only this domain, or all that match a pattern with * and ?')
    .option('--app <id>', 'only what belongs to this app, as net.whatsapp.WhatsApp')
    .option('--glob <pattern>', 'only paths that match, as "*.heic" or "Media/DCIM/*", in any case')
    .option(
      '--since <date>',
      'only what changed at this time or after, as 2024-05-17 or 2024-05-17T14:30',
      date,
    )
    .option('--until <date>', 'only what changed before this time', date)
    .option('--min-size <size>', 'only files at least as large, as 500, 20k, 5M, 1G', size)
    .option('--max-size <size>', 'only files at most as large', size);
}

/** The choice alone, of all that a command was given. */
export function choiceOf({ domain, app, glob, since, until, minSize, maxSize }: ChoiceOptions): Choice {
  return {
    ...(domain !== undefined && { domain }),
    ...(app !== undefined && { app }),
    ...(glob !== undefined && { glob }),
    ...(since && { since }),
    ...(until && { until }),
    ...(minSize !== undefined && { minSize }),
    ...(maxSize !== undefined && { maxSize }),
  };
}

/** A day begins at midnight where this computer is. */
function date(text: string): Date {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
  if (!/^\d{4}-/.test(text) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError('Give a date as 2024-05-17, or with a time as 2024-05-17T14:30.');
  return at;
}

function size(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([kmgt]?)b?$/i.exec(text) ?? [];
  const factor = UNITS.get(unit.toLowerCase());
  if (number === undefined || factor === undefined)
    throw new InvalidArgumentError('Give a size in bytes, or as 20k, 5M, 1G.');
  return Math.round(Number(number) * factor);
}

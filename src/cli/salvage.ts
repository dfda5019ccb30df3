import { Command } from 'commander';
import type { Salvaged, SalvageProgress } from '../app/salvage.ts';
import { PASSWORD_HELP, type PasswordOptions, withPasswordOption } from './backup-password.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { printable } from './printable.ts';

interface Options extends PasswordOptions {
  readonly to: string;
  readonly json?: true;
}

/** `thaw salvage`: bring out what can still be known of a backup that nothing can restore. */
export function salvageCommand(): Command {
  const salvage = new Command('salvage')
    .description('bring photos, databases and files out of a backup that cannot be repaired')
    .argument('<folder>', 'the backup’s folder, or the one that holds it')
    .requiredOption('--to <folder>', 'where to put things; nothing that is there is overwritten')
    .option('--udid <udid>', 'which backup, when the folder holds several')
    .option('--json', 'one JSON line for each thing that happens');
  return withPasswordOption(salvage)
    .addHelpText(
      'after',
      `\nThe backup is only read. Files get the names they had on the phone where these can be found out; the rest is sorted\nby what it holds. index.html in the folder lists everything.\n\n${PASSWORD_HELP}\n\nExit status 5: something had to stay behind.\n\nExample:\n  thaw salvage /media/disk/iPhone --to ~/salvaged`,
    )
    .action(act);
}

async function act(folder: string, options: Options): Promise<void> {
  const [{ salvageBackup }, { Exit }, { systemClock }, { passwordIfAny }] = await Promise.all([
    import('../app/salvage.ts'),
    import('../app/exit-codes.ts'),
    import('../kit/clock.ts'),
    import('./password-if-any.ts'),
  ]);
  using interrupt = new Interrupt();
  const password = await passwordIfAny(folder, options, interrupt.signal);
  const request = {
    folder,
    to: options.to,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  const meter = new Meter(options.json ?? false, systemClock.ticks);
  const result = await salvageBackup(request, (progress) => meter.show(progress), interrupt.signal);
  meter.clear();
  if (result.locked > 0 || result.incomplete > 0 || result.found === 0) process.exitCode = Exit.damaged;
  if (options.json) printJson({ type: 'salvage.finished', ...result });
  else process.stdout.write(inWords(result));
}

const EVERY_MS = 200;

/** Progress, now and then, with the rate and the time left. */
class Meter {
  readonly #json: boolean;
  readonly #ticks: () => number;
  readonly #began: number;
  #last = 0;

  constructor(json: boolean, ticks: () => number) {
    this.#json = json;
    this.#ticks = ticks;
    this.#began = ticks();
  }

  show({ files, of, bytes, ofBytes }: SalvageProgress): void {
    const now = this.#ticks();
    if (now - this.#last < EVERY_MS || (!this.#json && !process.stderr.isTTY)) return;
    this.#last = now;
    const seconds = (now - this.#began) / 1000;
    const bytesPerSecond = seconds > 0 ? Math.round(bytes / seconds) : 0;
    const secondsLeft = bytes > 0 ? Math.round(((ofBytes - bytes) / bytes) * seconds) : undefined;
    if (this.#json) {
      const told = { type: 'salvage.progress', files, of, bytes, ofBytes, bytesPerSecond, secondsLeft };
      printJson(told);
      return;
    }
    const left = secondsLeft === undefined ? '' : `, about ${secondsLeft} s left`;
    process.stderr.write(
      `\r\x1b[K${files.toLocaleString('en')} of ${of.toLocaleString('en')} files, ${(bytesPerSecond / 1e6).toFixed(1)} MB/s${left}`,
    );
  }

  clear(): void {
    if (!this.#json && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

function inWords(result: Salvaged & { path: string }): string {
  const { found, named, unnamed, incomplete, recovered, locked, empty, encrypted, opened, path } = result;
  if (found === 0) return 'There are no files of a phone in this folder.\n';
  const number = (count: number): string => count.toLocaleString('en');
  const lines = [
    `${number(named)} of ${number(found)} files have the name they had on the phone; ${number(unnamed)} are sorted by what they hold.`,
  ];
  if (incomplete > 0) lines.push(`${number(incomplete)} are not whole: index.html says which.`);
  if (recovered > 0)
    lines.push(
      `${number(recovered)} databases are damaged: beside each lies a copy with what can be read of it.`,
    );
  if (locked > 0) lines.push(lockedInWords(number(locked), encrypted && opened));
  if (empty > 0) lines.push(`${number(empty)} hold nothing.`);
  lines.push(`Everything is listed in ${printable(path)}/index.html. The backup was only read.`);
  return `${lines.join('\n')}\n`;
}

function lockedInWords(files: string, opened: boolean): string {
  return opened
    ? `${files} files are encrypted, and the entries with their keys are lost: nobody can read them.`
    : `${files} files are encrypted and stayed where they are. Their keys are in Manifest.plist and open with the backup’s password: without either nobody can read them. If there is another copy of that file, put it back and try again.`;
}

import { Command, InvalidArgumentError, Option } from 'commander';
import type { WhyReport } from '../app/why/why.ts';
import { fit } from './fit.ts';
import { Interrupt } from './interrupt.ts';
import { printable } from './printable.ts';
import { TOUCHING } from './touching.ts';
import type { NetworkOptions } from './why-network.ts';

interface Options extends NetworkOptions {
  readonly network?: true;
  readonly to?: string;
  readonly udid?: string;
  readonly seconds: number;
}

const USUAL_SECONDS = 8;

/** `thaw why`: what is stuck right now, with the evidence; also for a backup that another program makes. */
export function whyCommand(): Command {
  return new Command('why')
    .description('say what is stuck right now, with the evidence; also of a backup another program is making')
    .argument('[backup]', 'a finished backup: says what it tells about the iPhone’s own backups to iCloud')
    .option('--to <folder>', 'where the other program writes its backups, if it cannot be seen')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--seconds <n>', 'how long to look', seconds, USUAL_SECONDS)
    .option('--network', 'say instead what in this network, or at Apple, is in the way of iCloud backups')
    .addOption(ofNetwork('--mend', 'wait and ask until nothing is in the way'))
    .addOption(ofNetwork('--upload-to <url>', 'measure the upload rate to this place of yours'))
    .addOption(ofNetwork('--unattended', 'wait for nobody but Apple'))
    .option('--json', 'one JSON value; with --network a line for each thing that happens')
    .addHelpText(
      'after',
      '\nExit status: 0 nothing is stuck, 1 something is, 3 a person is needed, 4 no phone.\n\nExamples:\n  thaw why --to /media/disk/iPhone\n  thaw why --network --mend\n  thaw why /media/disk/iPhone',
    )
    .action(act);
}

function ofNetwork(flags: string, what: string): Option {
  return new Option(flags, `with --network: ${what}`).implies({ network: true });
}

async function act(backup: string | undefined, options: Options): Promise<void> {
  if (backup !== undefined) return await (await import('./why-backup.ts')).whyBackup(backup, options);
  if (options.network) return await (await import('./why-network.ts')).whyNetwork(options);
  const [{ why }, { localMux }, { systemClock }] = await Promise.all([
    import('../app/why/why.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  if (!options.json && process.stdout.isTTY)
    process.stdout.write(`Looking for ${options.seconds} seconds …\n\n`);
  const { udid, to, seconds: looked } = options;
  const request = { mux: localMux(systemClock), clock: systemClock, udid, to, seconds: looked };
  const report = await why(request, interrupt.signal);
  process.exitCode = report.exit;
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : fit(inWords(report), process.stdout));
}

function inWords({ phone, condition, atWork, sentence, safe, next, seen, cause }: WhyReport): string {
  const lines = phone ? [`${printable(phone.name)} (${phone.model}, iOS ${phone.iosVersion})`, ''] : [];
  lines.push(...[sentence, safe, next].filter((line) => line !== ''));
  if (condition) lines.push('', `How long: ${condition.lasts}. ${TOUCHING[condition.touching]}`);
  if (cause) lines.push('', `Certain to ${Math.round(cause.certainty * 100)} % (${cause.id}).`);
  const proofs = [
    ...(atWork?.holdsLock ? ['the phone’s sync lock is held'] : []),
    ...(atWork?.folder === undefined ? [] : [`the backup grows in ${atWork.folder}`]),
    ...seen,
  ];
  if (proofs.length > 0) lines.push('', 'What was seen:', ...proofs.map((line) => `  · ${line}`));
  return `${lines.join('\n')}\n`;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0 || value > 3600)
    throw new InvalidArgumentError('Give a number of seconds up to 3600.');
  return value;
}

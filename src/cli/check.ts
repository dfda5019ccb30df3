import { Command, Option } from 'commander';
import type { CheckReport } from '../app/check.ts';
import { fit } from './fit.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { printable } from './printable.ts';

interface Options {
  readonly to?: string;
  readonly udid?: string;
  readonly network?: true;
  readonly uploadTo?: string;
  readonly advice?: true;
  readonly icloudSpace?: string;
  readonly json?: true;
}

/** `thaw check`: everything that could get a backup stuck, before it begins. */
export function checkCommand(): Command {
  return new Command('check')
    .description('look at everything that could get a backup stuck, before it starts; nothing is changed')
    .option('--to <folder>', 'where the backup is to go; its disk is looked at too')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--network', 'look at the network and at Apple’s services too, as iCloud backups need them')
    .addOption(
      new Option(
        '--upload-to <url>',
        'with --network: measure the upload rate to this place of yours',
      ).implies({
        network: true,
      }),
    )
    .option('--advice', 'say which way of backing up fits, with this phone’s own figures')
    .addOption(
      new Option(
        '--icloud-space <figures>',
        'with --advice: how full iCloud is, as the iPhone shows it: “48 of 50 GB”',
      ).implies({ advice: true }),
    )
    .option('--json', 'one JSON value')
    .addHelpText(
      'after',
      '\nExit status: 0 nothing in the way, 3 a person is needed, 1 something is broken, 4 no phone.\n\nExample:\n  thaw check --to /media/disk/iPhone',
    )
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ check }, { localMux }, { systemClock }] = await Promise.all([
    import('../app/check.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  const report = await check(
    {
      mux: localMux(systemClock),
      clock: systemClock,
      udid: options.udid,
      destination: options.to,
      ...(options.network && { network: { uploadTo: options.uploadTo } }),
    },
    interrupt.signal,
  );
  process.exitCode = report.exit;
  const asked =
    options.advice && report.phone
      ? await (await import('./advice-view.ts')).advised(options, report, interrupt.signal)
      : undefined;
  if (options.json) printJson({ ...report, ...(asked && { advice: asked.advice }) });
  else process.stdout.write(fit(`${inWords(report)}${asked?.words ?? ''}`, process.stdout));
}

const MARKS = { person: '→', broken: '✗', unknown: '?', note: '•', fine: '✓' } as const;

function inWords({ phone, findings }: CheckReport): string {
  const lines = phone ? [`${printable(phone.name)} (${phone.model}, iOS ${phone.iosVersion})`, ''] : [];
  for (const { standing, sentence, next } of findings) {
    lines.push(`  ${MARKS[standing]} ${sentence}`);
    if (next !== undefined && next !== '') lines.push(`      ${next}`);
  }
  return `${[...lines, '', verdictOf(findings)].join('\n')}\n`;
}

function verdictOf(findings: CheckReport['findings']): string {
  const person = findings.filter(({ standing }) => standing === 'person').length;
  const broken = findings.filter(({ standing }) => standing === 'broken').length;
  if (person === 1) return 'One thing needs you before a backup can work: the first line marked →.';
  if (person > 1) return `${person} things need you before a backup can work: the lines marked →.`;
  if (broken > 0) return 'A backup can be tried; what is marked ✗ is told with what Thaw will do about it.';
  return 'Nothing is in the way of a backup.';
}

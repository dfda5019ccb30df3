import type { RunEvent } from '../kit/run-event.ts';
import { fit } from './fit.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { RescueTelling } from './rescue-lines.ts';
import { runClock } from './run-clock.ts';

export interface NetworkOptions {
  readonly mend?: true;
  readonly uploadTo?: string;
  readonly unattended?: true;
  readonly json?: true;
}

const INTRODUCTION =
  'Looking at this computer’s way to Apple. In the same Wi-Fi the iPhone shares it from the router on; with mobile data or a VPN of its own it does not.\n\n';
const FINE =
  'Nothing in this network is in the way of an iCloud backup, as far as this computer can see, and Apple reports no trouble.';

/** `thaw why --network`: what in this network, or at Apple, is in the way of an iCloud backup. */
export async function whyNetwork(options: NetworkOptions): Promise<void> {
  const [{ network }, { Exit }, { evidenceWords }] = await Promise.all([
    import('../app/network.ts'),
    import('../app/exit-codes.ts'),
    import('../app/evidence-words.ts'),
  ]);
  using interrupt = new Interrupt();
  if (!options.json) process.stdout.write(fit(INTRODUCTION, process.stdout));
  const wait = options.unattended ? { waitForPersonMs: 0 } : {};
  const request = { uploadTo: options.uploadTo, mend: options.mend ?? false, ...wait };
  const seen: string[] = [];
  const told = new RescueTelling();
  const tell = (event: RunEvent): void => {
    if (options.json) return void printJson(event);
    if (event.type === 'evidence.found') seen.push(`  · ${evidenceWords(event.evidence).sentence}`);
    for (const line of told.of(event)) process.stdout.write(`${fit(line, process.stdout)}\n`);
  };
  for await (const event of network(request, runClock(), interrupt.signal)) {
    tell(event);
    if (event.type !== 'run.finished') continue;
    process.exitCode = event.outcome === 'verified' ? Exit.done : Exit.person;
    if (options.json) continue;
    if (event.outcome === 'verified') process.stdout.write(`${fit(FINE, process.stdout)}\n`);
    process.stdout.write(fit(`\nWhat was seen:\n${[...new Set(seen)].join('\n')}\n`, process.stdout));
  }
}

import { Command } from 'commander';
import { Interrupt } from './interrupt.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

/** `thaw unpair`: end the trust between a phone and this computer. */
export function unpairCommand(): Command {
  return new Command('unpair')
    .description('end the trust between a phone and this computer, on both sides')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--json', 'one JSON value')
    .addHelpText('after', '\nExample:\n  thaw unpair')
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ unpairPhone }, { localMux }, { systemClock }] = await Promise.all([
    import('../app/pair.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  const mux = localMux(systemClock);
  const { udid, already } = await unpairPhone(mux, options.udid, systemClock, interrupt.signal);
  const text = already
    ? `The iPhone ${udid} and this computer did not trust each other: there was nothing to end.`
    : `The iPhone ${udid} and this computer no longer trust each other.`;
  process.stdout.write(`${options.json ? JSON.stringify({ udid, trusted: false, already }) : text}\n`);
}

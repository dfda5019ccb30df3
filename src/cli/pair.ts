import { Command } from 'commander';
import { askWords } from '../app/words/ask-words.ts';
import { Interrupt } from './interrupt.ts';
import { printable } from './printable.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

/** `thaw pair`: have a phone trust this computer. */
export function pairCommand(): Command {
  return new Command('pair')
    .description('have a phone trust this computer: says what to tap, and waits for it')
    .option('--udid <udid>', 'which phone, when several are connected')
    .option('--json', 'one JSON line for each thing that happens')
    .addHelpText('after', '\nExample:\n  thaw pair')
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ pairPhone }, { localMux }, { systemClock }] = await Promise.all([
    import('../app/pair.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  const tell = (value: object, text: string): void => {
    process.stdout.write(`${options.json ? JSON.stringify(value) : text}\n`);
  };
  const { udid, name, already } = await pairPhone(
    localMux(systemClock),
    options.udid,
    systemClock,
    (what) => tell({ type: 'phone.asks', what }, askWords[what]),
    interrupt.signal,
  );
  const text = `${printable(name)} ${already ? 'trusts this computer already' : 'now trusts this computer'}.`;
  tell({ type: 'phone.paired', udid, name, already }, text);
}

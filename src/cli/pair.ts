import { Command } from 'commander';
import { askWords } from '../app/words/ask-words.ts';
import { Interrupt } from './interrupt.ts';
import { printable } from './printable.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

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

import { createInterface } from 'node:readline/promises';
import type { RunningServer } from '../server/start-server.ts';
import { endAtOnce } from './interrupt.ts';

const CANCELLED = 130;

/**
 * Until the person ends it. With a run at work Ctrl-C asks first; a second one ends at once. Without a terminal, and when
 * the terminal goes away, it ends all runs cleanly: what was received is kept. Resolves with the exit status.
 */
export async function untilEnded(server: RunningServer): Promise<number> {
  for (;;) {
    const signal = await nextSignal();
    const working = server.runsAtWork();
    if (working === 0) return 0;
    if (signal === 'SIGINT' && process.stdin.isTTY && !(await wantsToStop(working))) {
      process.stderr.write('It goes on.\n');
      continue;
    }
    process.once('SIGINT', endAtOnce).once('SIGTERM', endAtOnce);
    process.stderr.write('Stopping. What was received is kept.\n');
    return CANCELLED;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      for (const each of SIGNALS) process.off(each, onSignal);
      resolve(signal);
    };
    for (const each of SIGNALS) process.on(each, onSignal);
  });
}

async function wantsToStop(working: number): Promise<boolean> {
  process.once('SIGINT', endAtOnce);
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once('SIGINT', endAtOnce);
  const what = working === 1 ? 'A backup or other work is' : `${working} backups or other works are`;
  const answer = await lines.question(`\n${what} still running. Stop it? [y/N] `);
  process.off('SIGINT', endAtOnce);
  return /^\s*y/i.test(answer);
}

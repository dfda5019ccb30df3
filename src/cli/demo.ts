import { Command } from 'commander';
import { acts } from './demo-acts.ts';
import { Interrupt } from './interrupt.ts';

/** For a program that says nothing, in real seconds; the lab gives it far longer. */
const PATIENCE_SECONDS = 7;

const INTRODUCTION =
  'A virtual iPhone behind a real socket, and Thaw as a program of its own. Time runs twelve times faster.\n' +
  'Each backup is deleted again once it has been looked at.';
const SAME = 'Looked at from outside: it holds what the iPhone holds, byte for byte.';

/** `thaw demo`: backups get stuck in three ways, are explained, mended and proved; then the same with another program. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('watch backups of a virtual iPhone get stuck in three ways, and be mended and proved')
    .option('--json', 'one JSON line for each thing that happens')
    .addHelpText('after', '\nExample:\n  thaw demo')
    .action(act);
}

async function act({ json }: { readonly json?: true }): Promise<void> {
  const [{ showThaw }, { systemClock }, { thisProgram }] = await Promise.all([
    import('../lab/show.ts'),
    import('../kit/clock.ts'),
    import('./this-program.ts'),
  ]);
  using interrupt = new Interrupt();
  const say = (text: string, fact: object): void =>
    void process.stdout.write(`${json ? JSON.stringify(fact) : text}\n`);
  if (!json) process.stdout.write(`${INTRODUCTION}\n`);
  let proved = 0;
  for (const [index, { title, scenario }] of acts.entries()) {
    if (interrupt.signal.aborted) return;
    say(`\n${index + 1}. ${title}\n`, { type: 'act.started', title });
    const shown = await showThaw(scenario, thisProgram(), systemClock, json ? ['--json'] : []);
    if (shown.proved) proved += 1;
    const words = shown.proved ? SAME : 'Looked at from outside: this is not a whole backup.';
    say(words, { type: 'act.finished', title, proved: shown.proved });
  }
  const of = acts.length;
  say(`\n${proved} of ${of} backups are finished and proved.`, { type: 'demo.finished', proved, of });
  if (proved < of) process.exitCode = 1;
  if (!json && !interrupt.signal.aborted) await theOtherWay(interrupt.signal);
}

/** The same phones, and the program most people have on Linux; nothing is said where it is not installed. */
async function theOtherWay(signal: AbortSignal): Promise<void> {
  const [{ hasIdevicebackup2, tryIdevicebackup2 }, { systemClock }] = await Promise.all([
    import('../lab/show.ts'),
    import('../kit/clock.ts'),
  ]);
  if (!(await hasIdevicebackup2())) return;
  process.stdout.write('\nThe same three with idevicebackup2:\n\n');
  for (const [index, { title, scenario }] of acts.entries()) {
    if (signal.aborted) return;
    const { proved, hung, words } = await tryIdevicebackup2(scenario, PATIENCE_SECONDS, systemClock);
    const end = hung
      ? `nothing more for ${PATIENCE_SECONDS * 12} s; ended by hand`
      : `it ends with “${words}”`;
    const came = proved ? 'A whole backup.' : `No backup: ${end}.`;
    process.stdout.write(`${index + 1}. ${title}\n   ${came}\n`);
  }
}

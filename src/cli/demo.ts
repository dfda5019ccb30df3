import { Command } from 'commander';
import { acts } from './demo-acts.ts';
import { Interrupt } from './interrupt.ts';

/** For a program that says nothing, in real seconds; the lab gives it far longer. */
const PATIENCE_SECONDS = 7;

/** `thaw demo`: backups get stuck in three ways, are explained, mended and proved; then the same with another program. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('watch backups of a virtual iPhone get stuck in three ways, and be mended and proved')
    .addHelpText('after', '\nExample:\n  thaw demo')
    .action(act);
}

async function act(): Promise<void> {
  const [{ showThaw }, { systemClock }, { thisProgram }] = await Promise.all([
    import('../lab/show.ts'),
    import('../kit/clock.ts'),
    import('./this-program.ts'),
  ]);
  using interrupt = new Interrupt();
  say(
    'A virtual iPhone behind a real socket, and Thaw as a program of its own. Time runs twelve times faster.',
  );
  let proved = 0;
  for (const [index, { title, scenario }] of acts.entries()) {
    if (interrupt.signal.aborted) return;
    say(`\n${index + 1}. ${title}\n`);
    const shown = await showThaw(scenario, thisProgram(), systemClock);
    if (shown.proved) proved += 1;
    if (shown.proved) say('Looked at from outside: it holds what the iPhone holds, byte for byte.');
  }
  say(`\n${proved} of ${acts.length} backups are finished and proved.`);
  if (proved < acts.length) process.exitCode = 1;
  if (!interrupt.signal.aborted) await theOtherWay(interrupt.signal);
}

/** The same phones, and the program most people have on Linux; nothing is said where it is not installed. */
async function theOtherWay(signal: AbortSignal): Promise<void> {
  const [{ hasIdevicebackup2, tryIdevicebackup2 }, { systemClock }] = await Promise.all([
    import('../lab/show.ts'),
    import('../kit/clock.ts'),
  ]);
  if (!(await hasIdevicebackup2())) return;
  say('\nThe same three with idevicebackup2:\n');
  for (const [index, { title, scenario }] of acts.entries()) {
    if (signal.aborted) return;
    const { proved, hung, words } = await tryIdevicebackup2(scenario, PATIENCE_SECONDS, systemClock);
    const end = hung
      ? `nothing more for ${PATIENCE_SECONDS * 12} s; ended by hand`
      : `it ends with “${words}”`;
    say(`${index + 1}. ${title}\n   ${proved ? 'A whole backup.' : `No backup: ${end}.`}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

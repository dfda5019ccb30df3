import { mkdir } from 'node:fs/promises';
import { startProgram } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import type { RunningVirtual } from '../virtual/start.ts';
import { environmentOf } from './environment.ts';
import { LabError } from './errors.ts';

/** Long enough for a program that starts on a busy computer. */
const PATIENCE_MS = 20_000;

/** Another program begins a backup of this phone; resolves when it holds the sync lock and the phone is at work for it. */
export async function holdForAnother(
  program: 'idevicebackup2',
  { address, phone }: RunningVirtual,
  home: string,
  clock: Clock,
): Promise<AsyncDisposable> {
  await mkdir(home, { recursive: true });
  const running = startProgram(program, ['backup', home], { env: environmentOf({ address, home }) });
  const stopped = phone.owner.stepped.subscribe((step) => {
    if (step === 'stop-other-program') running.signal('SIGTERM');
  });
  const stack = new AsyncDisposableStack();
  stack.use(running);
  stack.use(stopped);
  void drain(running.lines);
  const until = clock.ticks() + PATIENCE_MS;
  while (!phone.daemon.busy) {
    if (clock.ticks() > until) {
      await stack.disposeAsync();
      throw new LabError('lab.not-here', `skipped: ${program} did not begin (${running.errors.trim()})`);
    }
    await clock.sleep(20);
  }
  return { [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function drain(lines: AsyncIterable<string>): Promise<void> {
  for await (const _line of lines);
}

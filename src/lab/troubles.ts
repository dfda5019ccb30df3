import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import type { Fault } from '../virtual/fault-verbs.ts';
import type { Struck } from '../virtual/faults.ts';
import type { VirtualPhone } from '../virtual/phone.ts';
import type { Disk } from './disk.ts';
import type { ShownComputer } from './recorded-computer.ts';
import type { Timeline } from './timeline.ts';

type ComputerFault = Extract<Fault, { do: 'computer' }>;

/** Of a starved program's time, in milliseconds: how long it must wait, and how long it may run. */
const STARVED = { waits: 450, runs: 50 };

/** Makes true what a scenario says of the computer, to the program that runs there at the time. */
export interface Troubles extends AsyncDisposable {
  /** From now on troubles fall on this program. `starved`: it never gets much time. */
  aimAt(program: Program, starved: boolean): Disposable;
}

export function makeTroubles(
  phone: VirtualPhone,
  around: Omit<Surrounded, 'program' | 'clock'>,
  timeline: Timeline,
  clock: Clock,
): Troubles {
  const stack = new AsyncDisposableStack();
  const end = new AbortController();
  let program: Program | undefined;
  const trouble = (fault: ComputerFault, over: AbortSignal): void => {
    // A disk that is gone already cannot be filled: nothing the run would notice.
    const until = AbortSignal.any([over, end.signal]);
    const what = happen(fault, until, { ...around, program, clock }).catch(() => undefined);
    stack.defer(() => what);
  };
  stack.use(
    phone.faults.struck.subscribe(({ fault, over }: Struck) => {
      timeline.strike(fault.do === 'computer' ? fault.what : fault.do);
      if (fault.do === 'computer') trouble(fault, over);
    }),
  );
  return {
    aimAt(next, starved) {
      program = next;
      const over = new AbortController();
      const starving = starved ? starve(next, clock, over.signal) : undefined;
      stack.defer(() => starving);
      return { [Symbol.dispose]: () => over.abort() };
    },
    [Symbol.asyncDispose]: async () => {
      end.abort();
      await stack.disposeAsync();
    },
  };
}

interface Surrounded {
  readonly program: Program | undefined;
  readonly disk: Disk | undefined;
  readonly destination: string;
  readonly computer: ShownComputer | undefined;
  readonly clock: Clock;
}

async function happen(
  fault: ComputerFault,
  over: AbortSignal,
  { program, disk, destination, computer, clock }: Surrounded,
): Promise<void> {
  switch (fault.what) {
    case 'sleeps':
      program?.signal('SIGSTOP');
      await ended(over);
      await computer?.slept(fault.seconds ?? 0);
      program?.signal('SIGCONT');
      return;
    case 'starves':
      if (program) await starve(program, clock, over);
      return;
    case 'program-is-killed':
      program?.signal('SIGKILL');
      return;
    case 'disk-vanishes':
      await disk?.takeAway();
      return;
    case 'disk-hangs': {
      await using _hanging = await disk?.hang();
      await ended(over);
      return;
    }
    case 'disk-fills': {
      const ballast = join(destination, 'films-of-somebody-else.mov');
      const { bavail, bsize } = await statfs(destination);
      // The program writes, too: whoever comes first.
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - fault.leavesBytes))).catch(
        () => undefined,
      );
      await ended(over);
      await unlink(ballast);
    }
  }
}

/** The program gets a tenth of its time, as on a machine that others keep busy. */
async function starve(program: Program, clock: Clock, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    program.signal('SIGSTOP');
    await clock.sleep(STARVED.waits);
    program.signal('SIGCONT');
    await clock.sleep(STARVED.runs);
  }
}

function ended(over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (over.aborted) resolve();
    else over.addEventListener('abort', () => resolve(), { once: true });
  });
}

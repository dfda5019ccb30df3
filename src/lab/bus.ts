import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { listenForOrders } from '../virtual/control.ts';
import type { Fault } from '../virtual/fault-verbs.ts';
import { putRecoveryPrograms } from '../virtual/recovery-programs.ts';
import type { Scenario } from '../virtual/scenario.ts';
import type { RunningVirtual } from '../virtual/start.ts';
import { keepUsbTree } from '../virtual/usb-tree.ts';
import type { ShownComputer } from './recorded-computer.ts';

/** What takes a phone out of usbmuxd's sight. */
const OUT_OF_SIGHT: ReadonlySet<Fault['do']> = new Set<Fault['do']>([
  'recovery',
  'dfu',
  'restore',
  'update',
  'charging-only',
]);
/** The phone's own seconds for each step of a reinstallation. */
const STEP_SECONDS = 5;

/** True for a scenario whose phone is to be seen on the bus itself. */
export function needsBus({ faults }: Scenario): boolean {
  return faults.some((fault) => OUT_OF_SIGHT.has(fault.do));
}

/** The computer's USB bus with the phone on it in whatever mode, and the programs that talk to it there. */
export async function showBus(
  { recoveryPrograms, speed }: Scenario,
  virtual: RunningVirtual,
  place: string,
): Promise<ShownComputer> {
  const stack = new AsyncDisposableStack();
  await mkdir(place, { recursive: true });
  stack.use(await keepUsbTree(virtual.phones, place));
  const control = join(place, 'control');
  stack.use(await listenForOrders(control, virtual.phones));
  const bin = join(place, 'bin');
  await mkdir(bin);
  const installed = recoveryPrograms === 'installed';
  if (installed) await putRecoveryPrograms(bin, control, { secondsAStep: STEP_SECONDS / speed });
  return {
    env: {
      PATH: installed ? `${bin}${delimiter}${process.env['PATH'] ?? ''}` : bin,
      THAW_COMPUTER: `linux:${place}`,
    },
    slept: async () => undefined,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { backup } from './backup.ts';
import { verifyBackup } from './verify.ts';

/** A virtual phone to show things on, and how it comes by something new. */
export interface DemoPhone {
  readonly usbmuxd: string;
  readonly udid: string;
  /** What a day does to a phone: some photos come, some go. */
  liveADay(): Promise<void>;
}

export type DemoStep = { readonly say: string } | { readonly event: RunEvent };

/** The main job, told step by step: a first backup, a day later an incremental one, and the proof. */
export async function* demo(
  phone: DemoPhone,
  destination: string,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<DemoStep, void, undefined> {
  const { usbmuxd, udid } = phone;
  const run = async function* (): AsyncGenerator<DemoStep> {
    for await (const event of backup({ destination, udid, usbmuxd, full: false }, clock, signal))
      yield { event };
  };
  yield { say: 'A first backup of a virtual iPhone, over the same protocols as a real one:' };
  yield* run();
  await phone.liveADay();
  yield { say: 'A day later, with some new photos and some deleted ones, only the difference is sent:' };
  yield* run();
  yield { say: 'And the proof, read again from the disk:' };
  const request = { folder: destination, udid, depth: 'content' } as const;
  const { verification, sound } = await verifyBackup(request, clock, () => {}, signal);
  yield {
    say: sound
      ? `All ${verification.files.toLocaleString('en')} files are there and in order.`
      : 'The backup is damaged.',
  };
}

/** Where the demonstration's backup lies until it is over. */
export function demoFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  return mkdtempDisposable(join(tmpdir(), 'thaw-demo-'));
}

import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { backup } from '../../src/app/backup.ts';
import { systemClock } from '../../src/kit/clock.ts';
import type { RunEvent } from '../../src/kit/run-event.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import { contentsOnDisk, told } from '../vault/contents.ts';

const TOTAL = 60_000_000;
const content = { seed: 5, files: 600, bytes: TOTAL };

interface Ended {
  readonly events: readonly RunEvent[];
  readonly thrown: unknown;
}

/** A run; `stopAt`: the person stops it when that is told. */
async function run(usbmuxd: string, destination: string, stopAt?: RunEvent['type']): Promise<Ended> {
  const events: RunEvent[] = [];
  const request = { usbmuxd, destination, full: false };
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]);
  try {
    for await (const event of backup(request, systemClock, signal)) {
      events.push(event);
      if (event.type === stopAt) stop.abort();
    }
    return { events, thrown: undefined };
  } catch (thrown) {
    return { events, thrown };
  }
}

function resumedBytes({ events }: Ended): number {
  const started = events.find((event) => event.type === 'run.started');
  return started?.type === 'run.started' ? started.resumedBytes : 0;
}

for (const share of [0.2, 0.5, 0.9]) {
  test(`the cable pulled after ${share * 100} % of the bytes: the next run sends only the rest`, async (t) => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-link-'));
    const cut = Math.round(TOTAL * share);
    await using virtual = await startVirtual({
      phone: { passcode: false },
      content,
      faults: [{ when: { bytesSent: cut }, do: 'unplug', seconds: 3600 }],
    });
    const first = await run(virtual.address, scratch.path, 'remedy.started');
    const failed = first.events.find(
      (event) => event.type === 'evidence.found' && event.evidence.kind === 'attempt.failed',
    );
    assert.ok(failed?.type === 'evidence.found' && failed.evidence.kind === 'attempt.failed');
    assert.equal(failed.evidence.facts.code, 'backup.link-lost');
    assert.equal(first.events.at(-1)?.type, 'run.finished');
    assert.deepEqual(told(contentsOnDisk(join(scratch.path, virtual.phone.udid))), []);

    virtual.phone.cable.plug();
    const second = await run(virtual.address, scratch.path);
    assert.equal(second.thrown, undefined);
    const finished = second.events.at(-1);
    assert.ok(finished?.type === 'run.finished' && finished.outcome === 'verified');
    // Of what was sent before the cut, only the file in hand is lost.
    const saved = resumedBytes(second);
    t.diagnostic(`${saved} of ${cut} bytes were not sent again`);
    assert.ok(saved > cut * 0.5 && saved <= cut + 1_000_000, `${saved} of ${cut}`);
  });
}

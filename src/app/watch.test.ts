import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { startVirtual } from '../virtual/start.ts';
import { watch } from './watch.ts';

const SPEED = 30;
const clock = fasterPhoneClock(systemClock, SPEED);
const phone = { passcode: false, icloudBackup: true, keybagRounds: 1000 } as const;
const content = { files: 10, bytes: 200_000 } as const;
/** Runs are recorded here, and not among those of whoever runs the tests. */
const state = join(tmpdir(), `thaw-watch-test-${process.pid}`);
process.env['XDG_STATE_HOME'] = state;
after(() => rm(state, { recursive: true, force: true }));

function told(events: readonly RunEvent[]): string {
  return events.flatMap((event) => (event.type === 'watch.told' ? [event.sentence] : [])).join('\n');
}

/** Follows a virtual phone to the end. */
async function followed(scenario: ScenarioInput): Promise<RunEvent[]> {
  await using virtual = await startVirtual({
    speed: SPEED,
    phone,
    content,
    icloud: { after: 5 },
    ...scenario,
  });
  return await Array.fromAsync(watch({ usbmuxd: virtual.address }, clock, AbortSignal.timeout(60_000)));
}

test('a backup that goes well is followed through its steps, and its end is the word of the phone', async () => {
  const events = await followed({});
  assert.match(
    told(events),
    /(?:begins|under way)[\s\S]*asking for room in iCloud[\s\S]*room for it in iCloud[\s\S]*sending[\s\S]*finished/,
  );
  assert.ok(!events.some(({ type }) => type === 'cause.named' || type === 'stall.suspected'));
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished');
  assert.equal(end.outcome, 'finished');
});

test('a failing one is named with the line it was read from, without what is personal in it', async () => {
  const events = await followed({
    phone: { ...phone, name: 'Zenobia’s iPhone' },
    icloud: { after: 5, again: 5 },
    faults: [{ do: 'icloud-trouble', what: 'missing-file', backups: 1 }],
  });
  const named = events.find((event) => event.type === 'cause.named');
  assert.ok(named?.type === 'cause.named');
  assert.equal(named.cause.id, 'icloud-missing-file');
  assert.match(named.cause.sentence, /com\.example\.draw/);
  const lines = JSON.stringify(events);
  assert.match(lines, /AppDomain-com\.example\.draw:‹file›\.fci/);
  assert.doesNotMatch(lines, /Ana and Ben|259483|Zenobia/);
});

test('Ctrl-C ends it with what was seen so far', async () => {
  await using virtual = await startVirtual({
    speed: SPEED,
    phone,
    content,
    icloud: { after: 2, quietSeconds: 1e6 },
  });
  const stop = new AbortController();
  const events: RunEvent[] = [];
  const following = (async () => {
    for await (const event of watch({ usbmuxd: virtual.address }, clock, stop.signal)) {
      events.push(event);
      if (event.type === 'watch.told' && event.sentence.includes('looking for what changed')) stop.abort();
    }
  })();
  await assert.rejects(following, { name: 'AbortError' });
  assert.match(told(events), /Watched for .*under way: looking for what changed/);
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished' && end.outcome === 'cancelled');
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempDisposable, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunEvent, RunFact } from '../../kit/run-event.ts';
import { recorded } from '../runs/recorder.ts';
import { recordedRuns, writeReport } from './report.ts';
import { storyOf } from './story.ts';

const UDID = '00008140-001A2B3C4D5E001E';
const BEGAN = Date.UTC(2026, 10, 22, 16);

const progress = (bytes: number, bytesPerSecond: number): RunFact => ({
  type: 'progress',
  phase: 'sending',
  percent: 40,
  bytes,
  files: 3,
  bytesPerSecond,
});

/** A cable came loose, was pushed in, and the backup was proved. */
const FACTS: readonly RunFact[] = [
  { type: 'phase.changed', phase: 'connecting' },
  { type: 'run.started', destination: '/media/ana/Anas Platte', resumedBytes: 0 },
  { type: 'phase.changed', phase: 'sending' },
  progress(20_000_000, 4_000_000),
  progress(40_000_000, 4_100_000),
  {
    type: 'evidence.found',
    evidence: {
      kind: 'link.detached',
      source: 'usbmux',
      at: new Date(BEGAN).toISOString(),
      facts: { deviceId: 3 },
    },
  },
  { type: 'link.lost' },
  {
    type: 'cause.named',
    cause: {
      id: 'link-unstable',
      requirements: ['A4'],
      certainty: 0.83,
      sentence: `The iPhone dropped off the cable <once>; /media/ana/Anas Platte/${UDID} is safe.`,
      safe: 'Your earlier backup is as it was.',
      next: 'Push both ends of the cable in firmly.',
      evidence: [],
    },
  },
  { type: 'remedy.started', remedy: 'wait-for-phone', risk: 'none', sentence: 'Waiting for the iPhone.' },
  { type: 'link.back', secondsAway: 3 },
  { type: 'remedy.finished', remedy: 'wait-for-phone', result: 'helped' },
  { type: 'phase.changed', phase: 'connecting' },
  { type: 'phase.changed', phase: 'sending' },
  progress(5_000_000, 3_000_000),
  {
    type: 'file.skipped',
    file: { domain: 'HomeDomain', path: 'Documents/Ana.pdf', reason: 'Input/output error', harmless: false },
  },
  {
    type: 'run.finished',
    outcome: 'verified',
    cause: null,
    remedies: [{ id: 'wait-for-phone', result: 'helped' }],
    skipped: [],
    backup: {
      path: `/media/ana/Anas Platte/${UDID}`,
      files: 3,
      bytes: 45_000_000,
      encrypted: false,
      full: true,
    },
    previous: 'none',
    seconds: 90,
  },
];

async function* happening(run: string): AsyncGenerator<RunEvent> {
  for (const [index, fact] of FACTS.entries())
    yield { ...fact, run, udid: UDID, at: new Date(BEGAN + index * 6000).toISOString() };
}

/** A run recorded in a state folder of its own, and the two files made of it. */
async function reported<T>(
  look: (page: string, json: string, files: readonly string[]) => T | Promise<T>,
): Promise<T> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-report-'));
  process.env['XDG_STATE_HOME'] = join(folder.path, 'state');
  const run = randomUUID();
  await Array.fromAsync(recorded(happening(run)));
  const report = await writeReport({ run: run.slice(0, 8), to: join(folder.path, 'out') });
  assert.equal(report.outcome, 'verified');
  assert.equal((await recordedRuns())[0]?.run, run);
  return await look(await readFile(report.page, 'utf8'), await readFile(report.json, 'utf8'), [
    report.page,
    report.json,
  ]);
}

test('the page tells what happened, what it was, what was tried and how it ended', async () => {
  await reported((page) => {
    for (const text of [
      'The backup was made and proved.',
      'The connection broke.',
      'Waiting for the iPhone.',
      'It helped.',
      'certain to 83 %',
      '45.0 MB',
      '&lt;once&gt;',
    ])
      assert.ok(page.includes(text), text);
    assert.match(page, /<svg [^>]*>[\s\S]*<polyline class="line" points="[\d., ]+"\/>/);
  });
});

test('the page runs nothing and loads nothing', async () => {
  await reported((page) => {
    assert.ok(page.includes("default-src 'none'"));
    assert.doesNotMatch(page, /<script|javascript:|\son\w+=|<link|<img|url\(|@import|https?:/i);
  });
});

test('neither file names the phone, its owner or where things lie', async () => {
  await reported((page, json) => {
    for (const text of [page, json])
      for (const secret of [UDID, 'ana', 'Anas', 'Platte', 'Ana.pdf']) {
        assert.doesNotMatch(text, new RegExp(`\\b${secret}\\b`));
      }
    assert.ok(json.includes('/media/‹name 1›/‹name 2›'));
  });
});

test('the files are their owner’s alone', { skip: process.platform === 'win32' }, async () => {
  await reported(async (_page, _json, files) => {
    for (const file of files) assert.equal((await stat(file)).mode & 0o777, 0o600);
  });
});

test('the rate drops where the connection does, and attempts add up', () => {
  const events = FACTS.map((fact, index) => ({
    ...fact,
    run: 'r',
    at: new Date(BEGAN + index * 6000).toISOString(),
  }));
  const story = storyOf(events);
  assert.equal(story?.bytes, 45_000_000);
  const lost = FACTS.findIndex(({ type }) => type === 'link.lost') * 6;
  assert.deepEqual(
    story.rates.filter(({ seconds }) => seconds === lost).map(({ bytesPerSecond }) => bytesPerSecond),
    [4_100_000, 0],
  );
  assert.equal(storyOf([]), undefined);
});

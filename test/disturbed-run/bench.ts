import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isHarmless } from '../../src/archive/finding.ts';
import { verify } from '../../src/archive/verify.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { asDict, maybeStringIn } from '../../src/wire/plist/access.ts';
import { decodePlist } from '../../src/wire/plist/decode.ts';
import { contentsOnDisk, told } from '../vault/contents.ts';
import { backUp } from './back-up.ts';
import { type Kind, PASSWORD } from './kinds.ts';

/** What ends a run before its end. */
export interface Disturbance {
  /** Runs undisturbed; resolves with the number of moments there were for it. */
  measure(virtual: RunningVirtual, destination: string): Promise<number>;
  /** Runs, and strikes at this moment; resolves with false when the run was over before it. */
  strike(virtual: RunningVirtual, destination: string, moment: number): Promise<boolean>;
}

/** What it led to: each folder is one of these afterwards, or the test has failed. */
export interface Tally {
  earlier: number;
  moving: number;
  whole: number;
  /** Bytes that were not sent again by the runs after it. */
  resumedBytes: number;
}

/**
 * Disturbs runs at moments spread over all there are, the commit included; each time looks at the folder as another
 * program would, and lets the next run finish.
 */
export async function disturbRuns(
  disturbance: Disturbance,
  kind: Kind,
  { times, seed, place }: { times: number; seed: number; place: string },
): Promise<Tally> {
  await using virtual = await startVirtual(kind.scenario);
  const bench = await Bench.prepare(kind, virtual, place);
  const moments = await disturbance.measure(virtual, await bench.copy());
  const tally: Tally = { earlier: 0, moving: 0, whole: 0, resumedBytes: 0 };
  for (const moment of spread(moments, times, seed)) {
    const destination = await bench.copy();
    if (await disturbance.strike(virtual, destination, moment))
      await bench.look(destination, `struck at ${moment} of ${moments}`, tally);
    await rm(destination, { recursive: true });
  }
  return tally;
}

/** One moment out of each of `times` equal stretches, chosen by the seed: the same ones every time. */
function* spread(moments: number, times: number, seed: number): Generator<number> {
  let state = seed;
  for (let index = 0; index < times; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const share = (index + state / 2 ** 32) / times;
    yield 1 + Math.min(moments - 1, Math.floor(share * moments));
  }
}

class Bench {
  readonly #virtual: RunningVirtual;
  readonly #place: string;
  readonly #template: string;
  readonly #before: readonly string[];

  private constructor(virtual: RunningVirtual, place: string, template: string) {
    this.#virtual = virtual;
    this.#place = place;
    this.#template = template;
    this.#before = told(contentsOnDisk(join(template, virtual.phone.udid)));
  }

  static async prepare(kind: Kind, virtual: RunningVirtual, place: string): Promise<Bench> {
    const template = join(place, 'template');
    await mkdir(template);
    if (kind.since) {
      const { status, stderr } = await backUp(virtual, template);
      assert.equal(status, 0, stderr);
      (await agentOf(virtual.phone)).content.change(kind.since);
    }
    return new Bench(virtual, place, template);
  }

  /** The folder as it is before each run. */
  async copy(): Promise<string> {
    const destination = await mkdtemp(join(this.#place, 'run-'));
    cpSync(this.#template, destination, { recursive: true });
    return destination;
  }

  async look(destination: string, what: string, tally: Tally): Promise<void> {
    const folder = join(destination, this.#virtual.phone.udid);
    const found = this.#stateOf(folder);
    if (found === 'whole') await this.#assertSound(folder, what);
    tally[found] += 1;

    const next = await backUp(this.#virtual, destination);
    assert.equal(next.status, 0, `the run after one ${what}: ${next.stdout}\n${next.stderr}`);
    await this.#assertSound(folder, `the run after one ${what}`);
    tally.resumedBytes += Number(/"resumedBytes":(\d+)/.exec(next.stdout)?.[1] ?? 0);
  }

  /** What another program finds in the folder. */
  #stateOf(folder: string): 'earlier' | 'moving' | 'whole' {
    if (snapshotState(folder) === 'moving') return 'moving';
    const now = told(contentsOnDisk(folder));
    if (now.length === this.#before.length && now.every((line, index) => line === this.#before[index]))
      return 'earlier';
    return 'whole';
  }

  async #assertSound(folder: string, what: string): Promise<void> {
    const { udid } = this.#virtual.phone;
    const { findings, depth } = await verify(viewOfFolder(folder), { udid, password: PASSWORD });
    assert.deepEqual(
      findings.filter((finding) => !isHarmless(finding)),
      [],
      what,
    );
    assert.equal(depth, 'files', what);
  }
}

function snapshotState(folder: string): string | undefined {
  const path = join(folder, 'Status.plist');
  return existsSync(path)
    ? maybeStringIn(asDict(decodePlist(readFileSync(path))), 'SnapshotState')
    : undefined;
}

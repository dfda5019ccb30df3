import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import '../support/compile-cache.mjs';
import { isHarmless } from '../../src/archive/finding.ts';
import { verify } from '../../src/archive/verify.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { asDict, maybeStringIn } from '../../src/wire/plist/access.ts';
import { decodePlist } from '../../src/wire/plist/decode.ts';
import { contentsOnDisk, told } from '../vault/contents.ts';
import { type Kind, PASSWORD } from './kinds.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const KILL_AT = new URL('../vault/kill-at.ts', import.meta.url).href;

/** What kills led to: each folder is one of these afterwards, or the test has failed. */
export interface Tally {
  earlier: number;
  moving: number;
  whole: number;
  /** Bytes that were not sent again by the runs after the kills. */
  resumedBytes: number;
}

/**
 * Kills whole `thaw backup` processes with SIGKILL at moments spread over every change they make to the disk, the
 * commit included; looks at the folder as another program would, and lets the next run finish.
 */
export async function killRuns(kind: Kind, kills: number, seed: number, place: string): Promise<Tally> {
  await using virtual = await startVirtual(kind.scenario);
  const bench = await Bench.prepare(kind, virtual, place);
  const tally: Tally = { earlier: 0, moving: 0, whole: 0, resumedBytes: 0 };
  for (const moment of spread(bench.changes, kills, seed)) await bench.kill(moment, tally);
  return tally;
}

/** One moment out of each of `kills` equal stretches, chosen by the seed: the same ones every time. */
function* spread(changes: number, kills: number, seed: number): Generator<number> {
  let state = seed;
  for (let index = 0; index < kills; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const share = (index + state / 2 ** 32) / kills;
    yield 1 + Math.min(changes - 1, Math.floor(share * changes));
  }
}

class Bench {
  /** Changes to the disk that an undisturbed run makes. */
  changes = 0;
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
    const bench = new Bench(virtual, place, template);
    const { status, stderr } = await backUp(virtual, await bench.#copy());
    assert.equal(status, 0, stderr);
    bench.changes = Number(/changes (\d+)/.exec(stderr)?.[1]);
    return bench;
  }

  async kill(moment: number, tally: Tally): Promise<void> {
    const destination = await this.#copy();
    const folder = join(destination, this.#virtual.phone.udid);
    const what = `killed at change ${moment} of ${this.changes}`;
    const killed = await backUp(this.#virtual, destination, moment);
    // The order of threads differs a little from run to run: near the end a run may make fewer changes.
    if (killed.status === 0) return await rm(destination, { recursive: true });
    assert.equal(killed.status, 'SIGKILL', `${what}: ${killed.stderr}`);

    const found = this.#look(folder);
    if (found === 'whole') await this.#assertSound(folder, what);
    tally[found] += 1;

    const next = await backUp(this.#virtual, destination);
    assert.equal(next.status, 0, `the run after one ${what}: ${next.stderr}`);
    await this.#assertSound(folder, `the run after one ${what}`);
    tally.resumedBytes += Number(/"resumedBytes":(\d+)/.exec(next.stdout)?.[1] ?? 0);
    await rm(destination, { recursive: true });
  }

  /** What another program finds in the folder. */
  #look(folder: string): 'earlier' | 'moving' | 'whole' {
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

  async #copy(): Promise<string> {
    const destination = await mkdtemp(join(this.#place, 'run-'));
    cpSync(this.#template, destination, { recursive: true });
    return destination;
  }
}

interface Ended {
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function backUp(virtual: RunningVirtual, destination: string, killAt?: number): Promise<Ended> {
  const command = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    KILL_AT,
    CHILD,
    'backup',
    '--json',
    '--to',
    destination,
  ];
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      USBMUXD_SOCKET_ADDRESS: virtual.address,
      THAW_BACKUP_PASSWORD: PASSWORD,
      ...(killAt !== undefined && { THAW_KILL_AT: String(killAt) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On a busy machine each takes half a minute; none waits for anything but the disk.
    timeout: 600_000,
  });
  const ended = new Promise<Ended['status']>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

function snapshotState(folder: string): string | undefined {
  const path = join(folder, 'Status.plist');
  return existsSync(path)
    ? maybeStringIn(asDict(decodePlist(readFileSync(path))), 'SnapshotState')
    : undefined;
}

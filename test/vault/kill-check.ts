import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { contentsOfView, contentsOnDisk, makeOnDisk, told } from './contents.ts';
import { UDID, vaultIn } from './drive.ts';
import type { Scenario } from './scenarios.ts';
import { carryOut, MOVING } from './tasks.ts';

/**
 * Kills a process at moments of a scenario, spread over all the changes it makes to the disk, and each time looks at
 * what other programs would find, and whether the next start brings it to its end. Resolves with the number of kills.
 */
export async function checkKills(scenario: Scenario, atMost: number): Promise<number> {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-kill-'));
  const bench = await Bench.prepare(place.path, scenario);
  const points = await bench.countChanges();
  const step = Math.max(1, Math.floor(points / atMost));
  let kills = 0;
  for (let point = 1 + ((points % step) >> 1); point <= points; point += step) {
    await bench.killAt(point);
    kills += 1;
  }
  return kills;
}

type Told = readonly string[];

class Bench {
  readonly #root: string;
  readonly #scenario: Scenario;
  readonly #template: string;
  readonly #task: string;
  readonly #before: Told;
  readonly #target: Told;

  /** What every earlier generation must hold, before as after. */
  readonly #generations: ReadonlyMap<number, Told>;

  private constructor(
    root: string,
    scenario: Scenario,
    { before, target, generations }: { before: Told; target: Told; generations: ReadonlyMap<number, Told> },
  ) {
    this.#generations = generations;
    this.#root = root;
    this.#scenario = scenario;
    this.#template = join(root, 'template');
    this.#task = join(root, 'task.json');
    this.#before = before;
    this.#target = target;
    writeFileSync(this.#task, JSON.stringify(scenario.task));
  }

  static async prepare(root: string, scenario: Scenario): Promise<Bench> {
    const template = join(root, 'template');
    mkdirSync(template);
    writeFileSync(join(template, 'bystander'), 'not ours');
    if (scenario.begun) makeOnDisk(join(template, UDID), scenario.begun);
    for (const task of scenario.earlier) await carryOut(template, task);
    const whole = join(root, 'whole');
    cpSync(template, whole, { recursive: true, preserveTimestamps: true });
    await carryOut(whole, scenario.task);
    return new Bench(root, scenario, {
      before: backupIn(template),
      target: backupIn(whole),
      generations: new Map([...(await generationsIn(template)), ...(await generationsIn(whole))]),
    });
  }

  async countChanges(): Promise<number> {
    const { code, out } = await this.#child(this.#copy('counted'));
    assert.equal(code, 0);
    return Number(out);
  }

  async killAt(point: number): Promise<void> {
    const folder = this.#copy(`killed-${point}`);
    const { code } = await this.#child(folder, point);
    // The order of two threads is not always the same, so a run may need a few changes less.
    if (code !== 0) assert.equal(code, 'SIGKILL');
    this.#assertSafe(folder, `killed at ${point}`);
    await this.#assertGoesOn(folder, `after a kill at ${point}`);
    assert.deepEqual(
      told(contentsOnDisk(folder)).filter((line) => line.startsWith('bystander')),
      ['bystander 8:not ours'],
    );
  }

  /** Another program finds the old backup, or the new one, or is told that this is neither. */
  #assertSafe(folder: string, when: string): void {
    const now = backupIn(folder);
    if (now.includes(`Status.plist ${MOVING.length}:${MOVING}`)) return;
    if (now.join() !== this.#before.join()) assert.deepEqual(now, this.#target, when);
  }

  async #assertGoesOn(folder: string, when: string): Promise<void> {
    await (await (await vaultIn(folder)).begin({ run: 'next' }))[Symbol.asyncDispose]();
    const rested = backupIn(folder);
    if (rested.join() !== this.#target.join()) {
      assert.deepEqual(rested, this.#before, when);
      await carryOut(folder, this.#scenario.task);
    }
    assert.deepEqual(backupIn(folder), this.#target, when);
    for (const [number, contents] of await generationsIn(folder)) {
      assert.deepEqual(contents, this.#generations.get(number), `generation ${number} ${when}`);
    }
  }

  #copy(name: string): string {
    const folder = join(this.#root, name);
    cpSync(this.#template, folder, { recursive: true, preserveTimestamps: true });
    return folder;
  }

  async #child(folder: string, killAt?: number): Promise<{ code: number | string; out: string }> {
    const preload = new URL('./kill-at.ts', import.meta.url).href;
    const program = new URL('./child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', preload, program, folder, this.#task], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Only so that nothing hangs for ever: on a busy machine each takes half a minute.
      timeout: 600_000,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(this.#root, 'compiled'),
        ...(killAt === undefined ? {} : { THAW_KILL_AT: String(killAt) }),
      },
    });
    const ended = new Promise<number | string>((resolve) => {
      child.on('close', (code, signal) => resolve(signal ?? code ?? 'unknown'));
    });
    const [out, code] = await Promise.all([text(child.stdout), ended]);
    return { code, out };
  }
}

function backupIn(folder: string): Told {
  return told(contentsOnDisk(join(folder, UDID)));
}

async function generationsIn(folder: string): Promise<Map<number, Told>> {
  const vault = await vaultIn(folder);
  const generations = new Map<number, Told>();
  for (const { number, state } of await vault.generations()) {
    if (state === 'earlier')
      generations.set(number, told(await contentsOfView(await vault.openGeneration(number))));
  }
  return generations;
}

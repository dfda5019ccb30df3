import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { contentsOfView, contentsOnDisk, makeOnDisk, told } from './contents.ts';
import { perform, UDID, vaultIn } from './drive.ts';
import { after, type Contents, type Operation } from './model.ts';
import { foreign, operation } from './operations.ts';

/** How a run ends, or what is done instead of one. */
type End = 'commit' | 'cut' | 'abandon' | { readonly restore: number } | { readonly prune: number };

interface Step {
  readonly operations: readonly Operation[];
  readonly end: End;
}

const end: fc.Arbitrary<End> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('commit' as const) },
  { weight: 3, arbitrary: fc.constant('cut' as const) },
  { weight: 1, arbitrary: fc.constant('abandon' as const) },
  { weight: 2, arbitrary: fc.record({ restore: fc.nat({ max: 10 }) }) },
  { weight: 1, arbitrary: fc.record({ prune: fc.nat({ max: 3 }) }) },
);

const steps = fc.array(fc.record({ operations: fc.array(operation, { maxLength: 12 }), end }), {
  minLength: 1,
  maxLength: 6,
});

/** Random sequences of runs, held against a map in memory. */
export async function checkModel({ sequences }: { sequences: number }): Promise<void> {
  await fc.assert(fc.asyncProperty(fc.option(foreign, { nil: undefined }), steps, checkSequence), {
    numRuns: sequences,
    interruptAfterTimeLimit: 600_000,
  });
}

async function checkSequence(begun: Contents | undefined, sequence: readonly Step[]): Promise<void> {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-model-'));
  const folder = join(place.path, UDID);
  if (begun) makeOnDisk(folder, begun);
  const world = new World(await vaultIn(place.path), folder, begun ?? new Map());
  for (const [index, step] of sequence.entries()) {
    await world.run(step, index);
    world.checkFolder();
  }
  await world.checkGenerations();
}

/** The vault, and what it must be like. */
class World {
  readonly #vault: Vault;
  readonly #folder: string;
  /** What the backup's folder holds. */
  #committed: Contents;
  /** What a cut run left on top of it. */
  #overlay: Contents | undefined;
  readonly #earlier = new Map<number, Contents>();

  constructor(vault: Vault, folder: string, committed: Contents) {
    this.#vault = vault;
    this.#folder = folder;
    this.#committed = committed;
  }

  async run({ operations, end }: Step, index: number): Promise<void> {
    if (typeof end === 'object') {
      await ('restore' in end ? this.#restore(end.restore, index) : this.#prune(end.prune));
      return;
    }
    await using run = await this.#vault.begin({ run: `run ${index}` });
    let expected = this.#overlay ?? this.#committed;
    assert.deepEqual(told(await contentsOfView(run.view)), told(expected), 'what a cut run left');
    const finish: Operation = { do: 'receive', path: 'Status.plist', bytes: 20, seed: 100_000 + index };
    for (const operation of [...operations, finish]) {
      const { contents, code } = after(expected, operation);
      assert.equal(await perform(run, operation), code, JSON.stringify(operation));
      expected = contents;
    }
    assert.deepEqual(told(await contentsOfView(run.view)), told(expected), 'what the run shows');
    this.#overlay = undefined;
    if (end === 'abandon') await run.abandon();
    else if (end === 'cut') this.#overlay = expected;
    else this.#became(expected, (await run.commit(Buffer.from('moving'))).generation);
  }

  checkFolder(): void {
    assert.deepEqual(told(contentsOnDisk(this.#folder)), told(this.#committed), 'what other programs see');
  }

  async checkGenerations(): Promise<void> {
    assert.deepEqual(told(await contentsOfView(viewOfFolder(this.#folder))), told(this.#committed));
    const generations = await this.#vault.generations();
    const open = generations.filter(({ state }) => state === 'earlier').map(({ number }) => number);
    assert.deepEqual(open, [...this.#earlier.keys()]);
    for (const [number, contents] of this.#earlier) {
      const view = await this.#vault.openGeneration(number);
      assert.deepEqual(told(await contentsOfView(view)), told(contents), `generation ${number}`);
    }
  }

  async #restore(choice: number, index: number): Promise<void> {
    const numbers = [...this.#earlier.keys()];
    const number = numbers[choice % numbers.length];
    if (number === undefined) return;
    const contents = this.#earlier.get(number) ?? new Map();
    const { generation } = await this.#vault.restore(number, {
      run: `restore ${index}`,
      movingOf: async () => Buffer.from('moving'),
    });
    this.#overlay = undefined;
    this.#became(contents, generation);
  }

  async #prune(keep: number): Promise<void> {
    const numbers = [...this.#earlier.keys()];
    const gone = numbers.slice(0, Math.max(0, numbers.length - keep));
    assert.deepEqual((await this.#vault.prune(keep)).generations, gone);
    for (const number of gone) this.#earlier.delete(number);
  }

  #became(contents: Contents, generation: number | undefined): void {
    assert.equal(generation === undefined, this.#committed.size === 0, 'a first backup supersedes nothing');
    if (generation !== undefined) this.#earlier.set(generation, this.#committed);
    this.#committed = contents;
  }
}

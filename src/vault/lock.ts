import { unlink } from 'node:fs/promises';
import type { Clock } from '../kit/clock.ts';
import { systemCodeOf } from '../kit/errors.ts';
import { VaultError } from './errors.ts';
import { readJson, writeJson } from './json-file.ts';
import { isOwner, mayBeAlive, type Owner, thisProcess } from './owner.ts';

/** How long a lock may be there without its owner's name in it: he is just writing it, or was killed doing so. */
const NAMELESS_MS = 1000;
/** A takeover is a handful of calls. */
const TAKEOVER_MS = 20;

/**
 * One run at a time. A file that only one can create, with its owner's name: works where file locks do not (network
 * shares, FAT), and survives its owner's death, so the next one looks whether he lives.
 */
export class Lock implements AsyncDisposable {
  /** True when the lock was left by one who was at work when the computer went down. */
  readonly afterPowerCut: boolean;
  readonly #file: string;
  readonly #owner: Owner;

  private constructor(file: string, owner: Owner, afterPowerCut: boolean) {
    this.#file = file;
    this.#owner = owner;
    this.afterPowerCut = afterPowerCut;
  }

  /** Rejects with `vault.busy` and the owner in its facts; a dead owner's lock is taken over. */
  static async take(file: string, clock: Clock, signal?: AbortSignal): Promise<Lock> {
    const owner = thisProcess(clock);
    let afterPowerCut = false;
    for (;;) {
      signal?.throwIfAborted();
      if (await create(file, owner)) return new Lock(file, owner, afterPowerCut);
      const holder = await holderOf(file, clock, signal);
      if (holder && mayBeAlive(holder)) throw busy(file, holder);
      afterPowerCut ||= holder !== undefined && holder.boot !== owner.boot;
      await bury(file, owner, clock, signal);
    }
  }

  /** Throws `vault.changed` when somebody took the lock away. */
  async assertHeld(): Promise<void> {
    if (await this.#held()) return;
    throw new VaultError('vault.changed', 'the lock is not ours any more', {
      facts: { lockFile: this.#file },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // On a disk that is gone there is nothing to give back.
    if (await this.#held().catch(() => false)) await unlink(this.#file).catch(() => undefined);
  }

  async #held(): Promise<boolean> {
    return (await readJson(this.#file, isOwner))?.token === this.#owner.token;
  }
}

async function create(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeJson(file, owner, 'wx');
    return true;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

/** Who holds a lock, dead or alive; undefined when nobody does, or he left no name. */
async function holderOf(file: string, clock: Clock, signal?: AbortSignal): Promise<Owner | undefined> {
  const holder = await readJson(file, isOwner);
  if (holder) return holder;
  await clock.sleep(NAMELESS_MS, signal);
  return await readJson(file, isOwner);
}

/**
 * Removes a dead owner's lock. Only who holds the second lock may do so, and looks once more then: of two who found
 * the same dead owner, the slower one must not remove the lock that the quicker one has made in the meantime.
 */
async function bury(file: string, owner: Owner, clock: Clock, signal?: AbortSignal): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await create(guard, owner))) {
    const other = await holderOf(guard, clock, signal);
    if (other && mayBeAlive(other)) await clock.sleep(TAKEOVER_MS, signal);
    else await remove(guard);
    return;
  }
  try {
    const holder = await holderOf(file, clock, signal);
    if (!holder || !mayBeAlive(holder)) await remove(file);
  } finally {
    await remove(guard);
  }
}

async function remove(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
  }
}

function busy(lockFile: string, { pid, host, program, since }: Owner): VaultError {
  return new VaultError('vault.busy', `in use by ${program} (process ${pid} on ${host}) since ${since}`, {
    facts: { pid, host, program, since, lockFile },
  });
}

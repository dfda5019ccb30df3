import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { restoreGeneration } from '../../src/app/history.ts';
import { type Repair, repairBackup } from '../../src/app/repair.ts';
import { salvageBackup } from '../../src/app/salvage.ts';
import { isHarmless } from '../../src/archive/finding.ts';
import { openBackup } from '../../src/archive/open-backup.ts';
import { verify } from '../../src/archive/verify.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { ThawError } from '../../src/kit/errors.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { contentsOnDisk, told } from '../vault/contents.ts';
import type { Damage } from './damages.ts';
import { Random } from './random.ts';
import type { Specimen } from './specimens.ts';

/** What files hold, as SHA-256, by domain and path. */
export type Holdings = ReadonlyMap<string, string>;

/** How much came back, as shares of the files of the good backup. */
export interface Measured {
  /** That any program could have read before. */
  readonly before: number;
  /** That the repaired backup holds, byte for byte. */
  readonly repaired: number;
  /** That salvage brings out of the damaged one, byte for byte, under whatever name. */
  readonly salvaged: number;
  /** The repaired backup verifies. */
  readonly sound: boolean;
  readonly mends: readonly string[];
  readonly beyond: readonly string[];
}

/** Every file that can be read out of a backup whole. */
export async function holdingsOf(folder: string, password: string | undefined): Promise<Holdings> {
  const holdings = new Map<string, string>();
  try {
    await using open = await openBackup(viewOfFolder(folder), {
      ...(password !== undefined && { password }),
    });
    for (const entry of open.entries()) {
      if (entry.kind !== 'file') continue;
      const digest = await digestOf(open.read(entry)).catch(() => undefined);
      if (digest !== undefined) holdings.set(`${entry.domain} ${entry.relativePath}`, digest);
    }
  } catch (thrown) {
    if (!(thrown instanceof ThawError)) throw thrown;
  }
  return holdings;
}

async function digestOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** A copy of a specimen, damaged, then treated. */
export async function treat(
  specimen: Specimen,
  damage: Damage,
  good: Holdings,
  place: string,
): Promise<Measured> {
  const destination = join(place, 'patient');
  cpSync(specimen.destination, destination, { recursive: true, preserveTimestamps: true });
  const folder = join(destination, specimen.udid);
  damage.harm({ specimen, folder, random: new Random(7) });
  const measured = await treatFolder(
    folder,
    specimen,
    [good],
    `${damage.name}, ${specimen.name}`,
    damage.inside,
  );
  rmSync(destination, { recursive: true });
  return measured;
}

/**
 * Salvages and repairs a damaged backup, and undoes the repair. Asserts that no file is lost that could be read before,
 * that a repair that says so leads to a backup that verifies, and that undoing brings the very bytes back. `goods`: what
 * it may hold; shares are of the one it comes nearest to.
 */
export async function treatFolder(
  folder: string,
  { udid, password }: Pick<Specimen, 'udid' | 'password'>,
  goods: readonly Holdings[],
  what: string,
  thorough = false,
): Promise<Measured> {
  const damaged = told(contentsOnDisk(folder));
  const before = await holdingsOf(folder, password);
  const salvaged = await salvagedFrom(folder, password, goods);
  const repair = await repairOf(folder, password, thorough);
  const after = await holdingsOf(folder, password);
  for (const good of goods.slice(0, 1))
    for (const [name, digest] of good)
      if (before.get(name) === digest) assert.equal(after.get(name), digest, `${what}: ${name} was lost`);
  await assertAsSaid(folder, udid, password, repair, what);
  await assertUndone(folder, repair, damaged, what);
  return {
    before: bestShare(goods, before),
    repaired: bestShare(goods, after),
    salvaged,
    sound: repair.sound,
    mends: repair.mends.map(({ id }) => id),
    beyond: repair.beyond.map(({ id }) => id),
  };
}

async function salvagedFrom(
  folder: string,
  password: string | undefined,
  goods: readonly Holdings[],
): Promise<number> {
  const to = `${folder}-salvaged`;
  const request = { folder, to, ...(password !== undefined && { password }) };
  await salvageBackup(request, () => undefined, AbortSignal.timeout(60_000));
  const share = Math.max(...goods.map((good) => shareFound(good, to)));
  rmSync(to, { recursive: true });
  return share;
}

async function repairOf(folder: string, password: string | undefined, thorough: boolean): Promise<Repair> {
  const request = { folder, dryRun: false, thorough, ...(password !== undefined && { password }) };
  return await repairBackup(request, async () => true, systemClock, AbortSignal.timeout(60_000));
}

async function assertAsSaid(
  folder: string,
  udid: string,
  password: string | undefined,
  { sound, beyond, mends, repaired }: Repair,
  what: string,
): Promise<void> {
  const proof = await verify(viewOfFolder(folder), { udid, ...(password !== undefined && { password }) });
  const wrong = proof.findings.filter((finding) => !isHarmless(finding));
  assert.equal(repaired !== undefined, mends.length > 0, what);
  assert.deepEqual(sound ? wrong : [], [], what);
  if (!sound) assert.ok(beyond.length > 0 && wrong.length > 0, `${what}: not whole, and not said why`);
}

async function assertUndone(
  folder: string,
  { repaired }: Repair,
  damaged: readonly string[],
  what: string,
): Promise<void> {
  if (repaired?.generation !== undefined)
    await restoreGeneration({ folder }, repaired.generation, systemClock, AbortSignal.timeout(60_000));
  assert.deepEqual(told(contentsOnDisk(folder)), damaged, `${what}: undone`);
}

function bestShare(goods: readonly Holdings[], other: Holdings): number {
  return Math.max(...goods.map((good) => shareOf(good, other)));
}

/** The share of the good backup's files that are in another one, byte for byte. */
function shareOf(good: Holdings, other: Holdings): number {
  let same = 0;
  for (const [name, digest] of good) if (other.get(name) === digest) same += 1;
  return same / good.size;
}

/** The share of the good backup's files whose contents lie somewhere below a folder, whatever they are called there. */
function shareFound(good: Holdings, folder: string): number {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    if (statSync(path).isFile()) found.add(createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  const digests = [...good.values()];
  return digests.filter((digest) => found.has(digest)).length / digests.length;
}

import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import type { Scenario } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { needsBus, showBus } from './bus.ts';
import { type Disk, type DiskKind, mountDisk } from './disk.ts';
import { makeEarlierBackup } from './earlier.ts';
import { fingerprint } from './fingerprint.ts';
import { guardFolder } from './guarded-folder.ts';
import { startHog } from './hog.ts';
import { type ShownNetwork, showNetwork } from './network.ts';
import { holdForAnother } from './other-program.ts';
import { addressFor } from './phone-service.ts';
import { poison } from './poison.ts';
import { type ShownComputer, showComputer } from './recorded-computer.ts';
import { Timeline } from './timeline.ts';
import { makeTroubles, type Troubles } from './troubles.ts';

/** Everything a scenario speaks of, made true: the phone, the disk, what lies there, what else goes on. */
export interface Setting extends AsyncDisposable {
  readonly scenario: Scenario;
  /** The command line that is Thaw. */
  readonly thaw: readonly [string, ...string[]];
  readonly virtual: RunningVirtual;
  /** Where a program finds usbmuxd, or would. */
  readonly address: string;
  /** What stands in for the Internet, where the scenario is about it. */
  readonly network: ShownNetwork | undefined;
  /** Another computer than this one, where the scenario has one. */
  readonly computer: ShownComputer | undefined;
  /** The folder a program is told to back up to. */
  readonly destination: string;
  /** Another one it may turn to. */
  readonly second: string | undefined;
  /** The phone's own folders inside: where the earlier backup is, and where the new one may be. */
  readonly folder: string;
  readonly secondFolder: string | undefined;
  /** A home of its own for the programs: no run sees another's settings or history. */
  readonly home: string;
  /** What the earlier backup is, byte for byte; empty when there is none. */
  readonly earlier: ReadonlyMap<string, string>;
  readonly troubles: Troubles;
  readonly timeline: Timeline;
}

/** Room for the file system itself and its journal. */
const ROOMY_DISK_BYTES = 400_000_000;

export async function makeSetting(
  scenario: Scenario,
  thaw: readonly [string, ...string[]],
  clock: Clock,
): Promise<Setting> {
  const stack = new AsyncDisposableStack();
  try {
    const place = await mkdtemp(join(tmpdir(), 'thaw-lab-'));
    stack.defer(() => rm(place, { recursive: true, force: true, maxRetries: 3 }));
    const home = join(place, 'home');
    await mkdir(home);
    const disk = stack.use(await diskOf(scenario, place));
    const destination = disk?.path ?? join(place, 'backups');
    if (!disk) await mkdir(destination);
    const second = scenario.destination.second ? join(place, 'second') : undefined;
    if (second !== undefined) await mkdir(second);
    const { earlier, poisoned } = wanted(scenario);
    if (earlier) await makeEarlierBackup(scenario, thaw, destination, home);
    const virtual = stack.use(await startVirtual(scenario));
    const folder = join(destination, virtual.phone.udid);
    if (poisoned) await poison(folder, poisoned);
    const computer = stack.use(await computerOf(scenario, virtual, join(place, 'computer')));
    const network = stack.use(await networkOf(scenario, virtual, place, clock));
    const timeline = new Timeline(clock, scenario.speed);
    const troubles = stack.use(makeTroubles(virtual.phone, { disk, destination, computer }, timeline, clock));
    const held = scenario.destination['held-by'];
    if (held) stack.use(await holdForAnother(held, virtual, join(place, 'other'), clock));
    const prints = await fingerprint(folder);
    await makeUnusable(scenario, disk, destination);
    if (scenario.destination.guarded) stack.use(await guardFolder(destination, virtual.phone));
    if (scenario.hogged) stack.use(startHog());
    const { address } = stack.use(addressFor(scenario, virtual, place));
    const release = stack.move();
    return {
      scenario,
      thaw,
      virtual,
      address,
      computer,
      network,
      destination: scenario.destination.missing ? join(destination, 'not-mounted') : destination,
      second,
      folder,
      secondFolder: second === undefined ? undefined : join(second, virtual.phone.udid),
      home,
      earlier: prints,
      troubles,
      timeline,
      [Symbol.asyncDispose]: () => release.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function diskOf(scenario: Scenario, place: string): Promise<Disk | undefined> {
  const kind = diskKindOf(scenario);
  const { 'max-files': files, 'writes-bytes-per-second': bytesPerSecond } = scenario.destination;
  return kind && (await mountDisk(kind, { bytes: diskBytesOf(scenario), files, bytesPerSecond }, place));
}

async function networkOf(
  scenario: Scenario,
  { phone }: RunningVirtual,
  place: string,
  clock: Clock,
): Promise<ShownNetwork | undefined> {
  if (scenario.task !== 'network') return undefined;
  return await showNetwork(phone, { measuresUpload: isAboutUploads(scenario), place }, clock);
}

/** Another computer than this one, where the scenario has one, or needs one to show its phone on the bus. */
async function computerOf(
  scenario: Scenario,
  virtual: RunningVirtual,
  place: string,
): Promise<ShownComputer | undefined> {
  if (scenario.computer) return await showComputer(scenario.computer, virtual.phone, place);
  return needsBus(scenario) ? await showBus(scenario, virtual, place) : undefined;
}

/** Measuring takes seconds of real time. */
function isAboutUploads({ faults }: Scenario): boolean {
  return faults.some((fault) => fault.do === 'network' && fault.what === 'narrow');
}

function wanted({ earlier, destination }: Scenario) {
  return { earlier: earlier !== false || destination.poisoned !== undefined, poisoned: destination.poisoned };
}

function diskKindOf({ destination, faults }: Scenario): DiskKind | undefined {
  if (destination.fat !== undefined) return 'fat';
  const troubles = faults.flatMap((fault) => (fault.do === 'computer' ? [fault.what] : []));
  if (troubles.includes('disk-hangs') || destination['writes-bytes-per-second'] !== undefined) return 'ext4';
  const own =
    destination.small !== undefined || destination['max-files'] !== undefined || destination['read-only'];
  return own || troubles.includes('disk-fills') || troubles.includes('disk-vanishes') ? 'memory' : undefined;
}

function diskBytesOf({ destination }: Scenario): number {
  return destination.fat ?? destination.small ?? ROOMY_DISK_BYTES;
}

async function makeUnusable({ destination }: Scenario, disk: Disk | undefined, path: string): Promise<void> {
  if (destination['read-only']) await disk?.makeReadOnly();
  if (destination.forbidden) await chmod(path, 0o555);
}

import type { Emit, SkippedFile } from '../kit/run-event.ts';
import type { AppContainers } from './app-containers.ts';

/**
 * Files the phone said it could not read. Known to be harmless: the file provider's own backup list, which iOS 17
 * and later fail to read on healthy phones.
 */
const HARMLESS = [/\/FileProvider\/backup\/backup_manifest\.db$/];

/** Where a path on the phone belongs, as far as the path alone tells. The manifest knows better, if it comes. */
const DOMAINS: readonly (readonly [start: RegExp, domain: string])[] = [
  [/^\/(?:private\/)?var\/mobile\/(?=Media\/(?:DCIM|PhotoData)\/)/, 'CameraRollDomain'],
  [/^\/(?:private\/)?var\/mobile\/(?=Media\/)/, 'MediaDomain'],
  [/^\/(?:private\/)?var\/mobile\/Library\/Health\//, 'HealthDomain'],
  [/^\/(?:private\/)?var\/mobile\//, 'HomeDomain'],
  [/^\/(?:private\/)?var\/root\//, 'RootDomain'],
];

/** Collects them as they are reported, each told once. */
export class UnreadableFiles {
  readonly files: SkippedFile[] = [];
  readonly #emit: Emit;
  readonly #containers: AppContainers;

  constructor(emit: Emit, containers: AppContainers) {
    this.#emit = emit;
    this.#containers = containers;
  }

  add(devicePath: string, reason: string): void {
    const file = {
      ...(this.#containers.placeOf(devicePath) ?? placeOf(devicePath)),
      reason,
      harmless: HARMLESS.some((pattern) => pattern.test(devicePath)),
    };
    this.files.push(file);
    this.#emit({ type: 'file.skipped', file });
  }
}

function placeOf(devicePath: string): { domain: string | null; path: string } {
  for (const [start, domain] of DOMAINS) {
    if (start.test(devicePath)) return { domain, path: devicePath.replace(start, '') };
  }
  return { domain: null, path: devicePath };
}

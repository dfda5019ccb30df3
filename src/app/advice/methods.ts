import type { IcloudSpace } from './icloud-space.ts';

/** What is known of this phone, this computer and this network; what is not known is left out. */
export interface AdviceFacts {
  /** What the phone holds in all, apps too. Bytes. */
  readonly usedBytes: number;
  /** The last backup of this phone on this computer. */
  readonly lastLocal?: {
    readonly bytes: number;
    readonly bytesPerSecond: number;
    readonly encrypted: boolean;
  };
  /** Local backups of this phone are encrypted. */
  readonly encrypted: boolean;
  /** The phone may be backed up over Wi-Fi. */
  readonly wifiOn: boolean;
  readonly icloudOn: boolean;
  /** What the phone says its next backup to iCloud would hold. */
  readonly icloudBytes?: number;
  readonly icloudSpace?: IcloudSpace;
  /** Low Power Mode is on: iOS puts its backups to iCloud off. */
  readonly lowPower?: boolean;
  readonly uploadBytesPerSecond?: number;
  /** Where backups are to go on this computer. */
  readonly freeBytes?: number;
}

export type MethodId = 'local-encrypted' | 'local-plain' | 'wifi' | 'icloud';

export interface Method {
  readonly id: MethodId;
  /** `at-most`: more than that it cannot be. */
  readonly size: { readonly bytes: number; readonly from: 'measured' | 'phone' | 'at-most' };
  /** The first time, everything; undefined when no rate is known. */
  readonly seconds?: { readonly first: number; readonly from: 'measured' | 'usual' };
  /** Undefined: not known. */
  readonly fits?: boolean;
  /** What is missing where it does not fit. */
  readonly missingBytes?: number;
}

/** One way to back the phone up, with its figures and words. */
export interface AdvisedMethod extends Method {
  readonly title: string;
  readonly sentence: string;
  readonly includes: string;
  readonly leavesOut: string;
}

/** What cables carry in backups of healthy phones: 20 to 40 MB a second, whatever is printed on them. */
const USUAL_CABLE_BYTES_PER_SECOND = 25e6;
/** A phone asks for this much more than it sends. */
const MARGIN_BYTES = 128 * 1024 * 1024;

/** All ways to back this phone up, with its own figures. */
export function methodsFor(facts: AdviceFacts): readonly Method[] {
  const local = localSize(facts);
  const rate = facts.lastLocal?.bytesPerSecond;
  const cable = {
    seconds: {
      first: Math.round(local.bytes / (rate ?? USUAL_CABLE_BYTES_PER_SECOND)),
      from: rate === undefined ? ('usual' as const) : ('measured' as const),
    },
    ...fit(local, MARGIN_BYTES, facts.freeBytes),
  };
  return [
    { id: 'local-encrypted', size: local, ...cable },
    { id: 'local-plain', size: local, ...cable },
    // Its rate is that of the weakest radio on the way, which nobody knows before.
    { id: 'wifi', size: local, ...fit(local, MARGIN_BYTES, facts.freeBytes) },
    icloudMethod(facts),
  ];
}

function localSize({ lastLocal, usedBytes }: AdviceFacts): Method['size'] {
  return lastLocal ? { bytes: lastLocal.bytes, from: 'measured' } : { bytes: usedBytes, from: 'at-most' };
}

function icloudMethod({ icloudBytes, usedBytes, icloudSpace, uploadBytesPerSecond }: AdviceFacts): Method {
  const size =
    icloudBytes === undefined
      ? ({ bytes: usedBytes, from: 'at-most' } as const)
      : ({ bytes: icloudBytes, from: 'phone' } as const);
  const free = icloudSpace && icloudSpace.totalBytes - icloudSpace.usedBytes;
  return {
    id: 'icloud',
    size,
    ...(uploadBytesPerSecond !== undefined && {
      seconds: { first: Math.round(size.bytes / uploadBytesPerSecond), from: 'measured' as const },
    }),
    ...fit(size, 0, free),
  };
}

/** A bound says that there is room, never that there is none. */
function fit(
  size: Method['size'],
  marginBytes: number,
  freeBytes: number | undefined,
): Pick<Method, 'fits' | 'missingBytes'> {
  if (freeBytes === undefined) return {};
  const neededBytes = size.bytes + marginBytes;
  if (neededBytes <= freeBytes) return { fits: true };
  return size.from === 'at-most' ? {} : { fits: false, missingBytes: neededBytes - freeBytes };
}

/**
 * The method that fits: the encrypted one on this computer holds most and needs nobody else; where the disk is known to be
 * too small and iCloud known to have room, iCloud until there is another disk.
 */
export function bestOf(methods: readonly Method[]): MethodId {
  const of = (id: MethodId): Method | undefined => methods.find((method) => method.id === id);
  const disk = of('local-encrypted')?.fits;
  return disk === false && of('icloud')?.fits === true ? 'icloud' : 'local-encrypted';
}

import { isHarmless } from '../archive/finding.ts';
import { parseInfo, parseManifestPlist } from '../archive/metadata.ts';
import { readMetadata } from '../archive/read-metadata.ts';
import type { Verification } from '../archive/verify.ts';
import { RestoreError } from '../backup/restore-errors.ts';
import type { Phone } from '../phone/session.ts';
import { DISK_USAGE_DOMAIN, diskUsageOf, findMyIsOn, setupIsDone } from '../phone/values.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { findingInWords } from './words/finding-words.ts';

/** What a backup says of itself, for who is to be asked whether it is the right one. */
export interface BackupFacts {
  readonly deviceName: string | undefined;
  readonly iosVersion: string | undefined;
  readonly madeAt: Date | undefined;
}

export async function factsOf(view: BackupView): Promise<BackupFacts> {
  const info = await readMetadata(view, 'Info.plist', parseInfo);
  const manifest = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  const about = info.state === 'read' ? info.value : undefined;
  const own = manifest.state === 'read' ? manifest.value : undefined;
  return {
    deviceName: about?.deviceName,
    iosVersion: own?.iosVersion ?? about?.iosVersion,
    madeAt: about?.lastBackup,
  };
}

/**
 * Everything that is in the way of putting a backup on to a phone, before anything is touched; nothing when all is well.
 * The phone would refuse most of it too, but one thing at a time, and some of it only after an hour.
 */
export async function obstacles(
  phone: Phone,
  backup: { readonly facts: BackupFacts; readonly proof: Verification },
  signal: AbortSignal,
): Promise<readonly RestoreError[]> {
  const disk = diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, signal));
  const found = [
    proofObstacle(backup.proof),
    versionObstacle(backup.facts.iosVersion, phone.info.iosVersion),
    roomObstacle(backup.proof.bytes, disk.availableToRestore),
    (await findMyIsOn(phone, signal)) === true && new RestoreError('restore.find-my', 'Find My is on'),
    (await setupIsDone(phone, signal)) === false &&
      new RestoreError('restore.setup-unfinished', 'the set-up is not finished'),
    phone.info.locked === true && new RestoreError('restore.locked', 'the phone is locked'),
  ];
  return found.filter((each) => each instanceof RestoreError);
}

function proofObstacle({ findings, depth }: Verification): RestoreError | undefined {
  // Any phone takes the backup of any other.
  const bad = findings.filter((each) => !isHarmless(each) && each.kind !== 'other-phone');
  const [first] = bad;
  if (first?.kind === 'wrong-password')
    return new RestoreError('restore.wrong-password', 'the password does not open the backup');
  if (!first && depth !== 'structure') return undefined;
  return new RestoreError('restore.not-whole', `not whole: ${first?.kind ?? depth}`, {
    facts: {
      kind: first?.kind ?? depth,
      findings: bad.length,
      ...(first && { first: findingInWords(first) }),
    },
  });
}

function versionObstacle(backup: string | undefined, phone: string): RestoreError | undefined {
  if (backup === undefined || !isOlder(phone, backup)) return undefined;
  return new RestoreError('restore.newer-ios', `the backup is of iOS ${backup}, the phone has ${phone}`, {
    facts: { backup, phone },
  });
}

function roomObstacle(neededBytes: number, freeBytes: number | undefined): RestoreError | undefined {
  if (freeBytes === undefined || freeBytes >= neededBytes) return undefined;
  return new RestoreError('restore.no-room', `${neededBytes} bytes do not fit into ${freeBytes}`, {
    facts: { neededBytes, freeBytes },
  });
}

/** Whether one version, such as `18.6.1`, comes before another. */
export function isOlder(version: string, other: string): boolean {
  const [own, their] = [version, other].map((text) => text.split('.').map(Number));
  for (let part = 0; part < Math.max(own?.length ?? 0, their?.length ?? 0); part += 1) {
    const difference = (own?.[part] ?? 0) - (their?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

import type { OpenBackup } from '../archive/open-backup.ts';
import {
  type CloudSettings,
  type CloudState,
  type DatedFault,
  PREFERENCES,
  readCloudSettings,
  readCloudState,
} from '../cloud/backup-preferences.ts';
import { reasonOf } from '../cloud/error-reasons.ts';
import type { CloudStory } from '../kit/cloud-story.ts';
import { isAbort } from '../kit/errors.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { NamedCause } from '../kit/run-event.ts';
import { type ArchiveRequest, openArchive } from './open-archive.ts';
import { icloudParagraph } from './words/icloud-words.ts';

/** How the phone's own backups to iCloud have been going, as its settings in a local backup tell. */
export interface CloudVerdict extends CloudStory {
  /** Why they fail, where the numbers in the settings say so. */
  readonly cause: NamedCause | null;
  readonly evidence: readonly Evidence[];
  /** All of it for a person, calmly, in one paragraph. */
  readonly paragraph: string;
}

/** These two files have some kilobytes. */
const MAX_PLIST_BYTES = 8 * 1024 * 1024;
/** Apple’s phones warn after weeks; a week without one is worth a word. */
const OLD_DAYS = 7;
const DAY_MS = 86_400_000;
/** More of the same says no more. */
const MAX_FAULTS = 5;

/**
 * What a backup on this computer tells about the iCloud backups of its phone; whoever made it. Undefined where it does not
 * hold the settings. Rejects as opening a backup does, above all for an encrypted one without its password.
 */
export async function icloudVerdict(
  request: ArchiveRequest,
  signal: AbortSignal,
): Promise<CloudVerdict | undefined> {
  const { backup } = await openArchive(request, signal);
  await using open = backup;
  const settings = await readIn(open, PREFERENCES.settings, readCloudSettings, signal);
  const state = await readIn(open, PREFERENCES.state, readCloudState, signal);
  if (!settings && !state) return undefined;
  return await judge(settings, state, open.info?.lastBackup ?? newestOf(settings, state));
}

/** The same from what was read. `madeAt`: when the local backup was made. */
export async function judge(
  settings: CloudSettings | undefined,
  state: CloudState | undefined,
  madeAt: Date,
): Promise<CloudVerdict> {
  const last = settings?.lastCloudBackup;
  const since = (state?.faults ?? []).filter(({ at }) => !at || !last || at > last);
  const evidence = evidenceOf(since, madeAt);
  const daysAgo = last && daysBetween(last, madeAt);
  const largest = state?.sizes[0];
  const story: CloudStory = {
    standing: standingOf(settings, since, daysAgo),
    ...(daysAgo !== undefined && { lastBackupDaysAgo: daysAgo }),
    failures: Math.max(since.length === 0 ? 0 : 1, distinct(since)),
    waitsForUnlock: state?.waitsForUnlock ?? false,
    ...(state?.totalBytes !== undefined && { nextBytes: state.totalBytes }),
    ...(largest && { largest }),
    ...(since[0] && { fault: { domain: since[0].domain, code: since[0].code } }),
  };
  const cause = evidence.length > 0 ? await causeOf(evidence) : null;
  return { ...story, cause, evidence, paragraph: icloudParagraph(story, cause) };
}

async function causeOf(evidence: readonly Evidence[]): Promise<NamedCause | null> {
  // All the causes there are: most backups tell of no failure, and need not load them.
  const [{ diagnose }, { nameOf }] = await Promise.all([
    import('../diagnosis/diagnose.ts'),
    import('../diagnosis/name.ts'),
  ]);
  return nameOf(diagnose(evidence)) ?? null;
}

function standingOf(
  settings: CloudSettings | undefined,
  faults: readonly DatedFault[],
  daysAgo: number | undefined,
): CloudStory['standing'] {
  if (settings?.enabled === false) return 'off';
  if (faults.length > 0) return 'failing';
  if (settings === undefined) return 'unknown';
  if (daysAgo === undefined) return settings.enabled ? 'never' : 'unknown';
  return daysAgo > OLD_DAYS ? 'old' : 'fine';
}

function evidenceOf(faults: readonly DatedFault[], madeAt: Date): Evidence[] {
  return faults.slice(0, MAX_FAULTS).map(({ domain, code, at }) => ({
    kind: 'cloud.failed',
    source: 'backup-settings',
    at: (at ?? madeAt).toISOString(),
    facts: {
      reason: reasonOf({ domain, code }) ?? 'unknown',
      domain,
      code,
      final: true,
      ...(at && { daysAgo: daysBetween(at, madeAt) }),
    },
  }));
}

/** The phone notes the same failure in two places. */
function distinct(faults: readonly DatedFault[]): number {
  return new Set(faults.map(({ at, domain, code }) => `${at?.toISOString().slice(0, 13)} ${domain} ${code}`))
    .size;
}

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / DAY_MS));
}

/** A backup without a date is as new as the newest thing in it. */
function newestOf(settings: CloudSettings | undefined, state: CloudState | undefined): Date {
  const dates = [settings?.lastLocalBackup, settings?.lastCloudBackup, state?.faults[0]?.at];
  return new Date(Math.max(0, ...dates.map((date) => date?.getTime() ?? 0)));
}

/** One property list; undefined where it is not in the backup, or damaged. */
async function readIn<T>(
  backup: OpenBackup,
  path: string,
  read: (bytes: Uint8Array) => T,
  signal: AbortSignal,
): Promise<T | undefined> {
  const entry = backup.find(PREFERENCES.domain, path);
  if (entry?.kind !== 'file' || entry.size > MAX_PLIST_BYTES) return undefined;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of backup.read(entry, signal)) chunks.push(chunk);
    return read(Buffer.concat(chunks));
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return undefined;
  }
}

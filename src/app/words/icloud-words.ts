import { count, sizeInWords } from '../../kit/amounts.ts';
import type { CloudStory } from '../../kit/cloud-story.ts';
import type { NamedCause } from '../../kit/run-event.ts';

/** The verdict in a paragraph. */
export function icloudParagraph(story: CloudStory, cause: NamedCause | null): string {
  return [opening(story), ...why(story, cause), ...weight(story), ...next(story, cause)].join(' ');
}

function opening({ standing, lastBackupDaysAgo: days, failures }: CloudStory): string {
  const last =
    days === undefined ? undefined : days === 0 ? 'on the same day' : `${count(days, 'day')} before this one`;
  switch (standing) {
    case 'fine':
      return `The iPhone’s own backups to iCloud work: the last one was finished ${last ?? 'lately'}.`;
    case 'old':
      return `The iPhone’s last backup to iCloud was finished ${last ?? 'long ago'}, and it notes no failure since.`;
    case 'failing':
      return last === undefined
        ? `iCloud Backup is on, and the iPhone has never finished one: it notes ${count(failures, 'failure')}.`
        : `The iPhone’s own backups to iCloud have been failing: the last good one was finished ${last}, and ${
            failures === 1 ? 'a try' : `${failures} tries`
          } since then failed.`;
    case 'never':
      return 'iCloud Backup is on, but the iPhone has not finished one yet.';
    case 'off':
      return `iCloud Backup is off on this iPhone${last === undefined ? '' : `; the last one was finished ${last}`}.`;
    case 'unknown':
      return 'This backup does not say how the iPhone’s backups to iCloud go.';
  }
}

function why({ standing, fault, waitsForUnlock }: CloudStory, cause: NamedCause | null): readonly string[] {
  const unlock = waitsForUnlock
    ? ['It waits for the next time the iPhone is unlocked while it charges.']
    : [];
  if (cause) return [cause.sentence, ...unlock];
  if (standing === 'failing' && fault)
    return [
      `What it notes is ${fault.domain} ${fault.code}; what that means, nobody has published.`,
      ...unlock,
    ];
  return unlock;
}

function weight({ standing, nextBytes, largest }: CloudStory): readonly string[] {
  if (standing === 'fine' || standing === 'off' || nextBytes === undefined) return [];
  const most = largest ? `, most of it ${nameOf(largest.domain)} (${sizeInWords(largest.bytes)})` : '';
  return [`The next one would hold about ${sizeInWords(nextBytes)}${most}.`];
}

function next({ standing }: CloudStory, cause: NamedCause | null): readonly string[] {
  if (standing === 'fine' || standing === 'unknown') return [];
  if (standing === 'off') return ['This backup on the computer does not need it.'];
  const now = 'What is in this backup is safe without iCloud.';
  if (cause) return [cause.next, now];
  return ['Leave the iPhone locked and charging on Wi-Fi overnight; “thaw watch” shows what it does.', now];
}

const DOMAINS: Readonly<Record<string, string>> = {
  CameraRollDomain: 'photos and videos',
  MediaDomain: 'messages’ pictures and recordings',
  HomeDomain: 'settings, messages and notes',
  HealthDomain: 'health data',
};

function nameOf(domain: string): string {
  return DOMAINS[domain] ?? domain.replace(/^AppDomain(?:Group|Plugin)?-/, 'the app ');
}

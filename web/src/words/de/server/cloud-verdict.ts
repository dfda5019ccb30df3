import type { CloudStory } from '../../../../../src/kit/cloud-story.ts';
import type { Amounts } from '../../amounts.ts';
import type { CauseTold } from '../../server-words.ts';

/** How the phone's own backups to iCloud have been going, in a paragraph. The English one is in src/app/words/icloud-words.ts. */
export function verdictInGerman(
  story: CloudStory,
  cause: CauseTold | null,
  { size }: Pick<Amounts, 'size'>,
): string {
  return [opening(story), ...why(story, cause), ...weight(story, size), ...next(story, cause)].join(' ');
}

function opening({ standing, lastBackupDaysAgo: days, failures }: CloudStory): string {
  const last =
    days === undefined ? undefined : days === 0 ? 'am selben Tag' : `${daysOf(days)} vor diesem hier`;
  switch (standing) {
    case 'fine':
      return `Die iCloud-Backups des iPhone gehen: Das letzte wurde ${last ?? 'vor Kurzem'} fertig.`;
    case 'old':
      return `Das letzte iCloud-Backup des iPhone wurde ${last ?? 'vor langer Zeit'} fertig, und seither vermerkt es keinen Fehlschlag.`;
    case 'failing':
      return last === undefined
        ? `Das iCloud-Backup ist an, und das iPhone hat nie eines fertig gemacht: Es vermerkt ${failures === 1 ? 'einen Fehlschlag' : `${failures} Fehlschläge`}.`
        : `Die iCloud-Backups des iPhone misslingen: Das letzte gute wurde ${last} fertig, und seither ${
            failures === 1 ? 'misslang ein Versuch' : `misslangen ${failures} Versuche`
          }.`;
    case 'never':
      return 'Das iCloud-Backup ist an, aber das iPhone hat noch keines fertig gemacht.';
    case 'off':
      return `Das iCloud-Backup ist auf diesem iPhone aus${last === undefined ? '' : `; das letzte wurde ${last} fertig`}.`;
    case 'unknown':
      return 'Dieses Backup sagt nicht, wie es den iCloud-Backups des iPhone geht.';
  }
}

function why({ standing, fault, waitsForUnlock }: CloudStory, cause: CauseTold | null): readonly string[] {
  const unlock = waitsForUnlock
    ? ['Es wartet darauf, dass das iPhone beim Laden das nächste Mal entsperrt wird.']
    : [];
  if (cause) return [cause.sentence, ...unlock];
  if (standing !== 'failing' || !fault) return unlock;
  return [`Es vermerkt ${fault.domain} ${fault.code}; was das heißt, hat niemand veröffentlicht.`, ...unlock];
}

function weight(
  { standing, nextBytes, largest }: CloudStory,
  size: (bytes: number) => string,
): readonly string[] {
  if (standing === 'fine' || standing === 'off' || nextBytes === undefined) return [];
  const most = largest ? `, das meiste davon ${nameOf(largest.domain)} (${size(largest.bytes)})` : '';
  return [`Das nächste wäre etwa ${size(nextBytes)} groß${most}.`];
}

function next({ standing }: CloudStory, cause: CauseTold | null): readonly string[] {
  if (standing === 'fine' || standing === 'unknown') return [];
  if (standing === 'off') return ['Dieses Backup auf dem Computer braucht es nicht.'];
  const now = 'Was in diesem Backup ist, ist ohne iCloud sicher.';
  if (cause) return [cause.next, now];
  return [
    'Lass das iPhone über Nacht gesperrt und am Ladegerät im WLAN; beim Zusehen zeigt sich, was es tut.',
    now,
  ];
}

const DOMAINS: Readonly<Record<string, string>> = {
  CameraRollDomain: 'Fotos und Videos',
  MediaDomain: 'Bilder und Aufnahmen aus Nachrichten',
  HomeDomain: 'Einstellungen, Nachrichten und Notizen',
  HealthDomain: 'Gesundheitsdaten',
};

function nameOf(domain: string): string {
  return DOMAINS[domain] ?? domain.replace(/^AppDomain(?:Group|Plugin)?-/, 'die App ');
}

export function daysOf(days: number): string {
  return days === 1 ? 'einen Tag' : `${days} Tage`;
}

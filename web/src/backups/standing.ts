import type { BackupCard } from '../../../src/server/contract/backups.ts';
import type { Words } from '../words/en.ts';

export type Act = 'unlock' | 'look' | 'verify' | 'mend' | 'takeOut' | 'restore' | 'history' | 'lock';

/** What helps most now: what is broken is mended, what nobody ever checked is checked, all else is there to be looked into. */
export function mainAct({ state, verified, open }: Pick<BackupCard, 'state' | 'verified' | 'open'>): Act {
  if (!open && state !== 'damaged') return 'unlock';
  if (state !== 'whole' || verified?.sound === false) return 'mend';
  return verified === null ? 'verify' : 'look';
}

/** What can be done with it, the harmless first. */
export function actsOf({ state, open, encrypted, generations }: BackupCard): readonly Act[] {
  const acts: readonly (Act | false)[] = [
    !open && 'unlock',
    open && state !== 'damaged' && 'look',
    'verify',
    'mend',
    state !== 'damaged' && 'takeOut',
    state !== 'damaged' && 'restore',
    generations > 0 && 'history',
    encrypted && open && 'lock',
  ];
  return acts.filter((act) => act !== false);
}

/** The sentence that leads a backup's view. `ago` says a time as people do. */
export function leadOf(
  { phoneName, at, state }: BackupCard,
  words: Words['backups'],
  ago: (at: string) => string,
): string {
  const name = phoneName ?? words.anIphone;
  if (state === 'damaged') return words.one.lead.damaged(name);
  if (state === 'unfinished') return words.one.lead.unfinished(name);
  return at === null ? words.one.lead.undated(name) : words.one.lead.whole(name, ago(at));
}

export function aboutOf(backup: BackupCard, { about }: Words['backups']['one']): string {
  if (backup.run !== null) return about.running;
  if (backup.state !== 'whole') return about[backup.state];
  if (!backup.open && backup.verified?.sound !== true) return about.locked;
  if (backup.verified === null) return about.never;
  return backup.verified.sound ? about.sound : about.unsound;
}

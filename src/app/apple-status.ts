import { BACKUP_SERVICES, type ServiceStatus, statusOfServices } from '../cloud/system-status.ts';
import { networkPlaces } from '../host/network/places.ts';
import type { Clock } from '../kit/clock.ts';
import { applesWord } from '../rescue/network/look-at-network.ts';
import { PageError } from './page-error.ts';
import { stateFolder } from './state-folder.ts';

/** Apple's own word on what iCloud backups stand on. */
export interface AppleWord {
  readonly services: readonly ServiceStatus[];
  /** When Apple was asked. */
  readonly at: Date;
}

/** Asks Apple, over the Internet; never done unasked. Rejects with `page.apple-silent`. */
export async function askApple(clock: Clock, signal: AbortSignal): Promise<AppleWord> {
  const word = await applesWord({ places: networkPlaces(), folder: stateFolder(), clock }, signal);
  if (!word) throw new PageError('page.apple-silent', 'no answer from Apple');
  const at = new Date(clock.now().getTime() - (word.minutesOld ?? 0) * 60_000);
  return { services: statusOfServices(word.status, BACKUP_SERVICES), at };
}

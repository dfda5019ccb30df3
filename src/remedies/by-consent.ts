import { eraseIos, reinstallIos } from './install-ios.ts';
import type { Remedy } from './remedy.ts';

/**
 * Remedies that may end in an empty phone. No run ever chooses one: a person asks for it by name, with a verified backup
 * in hand or in so many words.
 */
export const byConsent: readonly Remedy[] = [reinstallIos, eraseIos];

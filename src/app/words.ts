import type { ArchiveCode } from '../archive/errors.ts';
import type { ExtractCode } from '../archive/read/errors.ts';
import type { BackupErrorCode } from '../backup/errors.ts';
import type { RestoreErrorCode } from '../backup/restore-errors.ts';
import type { KeychainCode } from '../host/keychain.ts';
import type { RecoveryCode } from '../host/recovery/errors.ts';
import { type Facts, isThawError, type KitErrorCode, messageOf } from '../kit/errors.ts';
import type { PhoneCode } from '../phone/errors.ts';
import type { RescueCode } from '../rescue/errors.ts';
import type { VaultCode } from '../vault/errors.ts';
import type { WireCode } from '../wire/errors.ts';
import type { PageCode } from './page-error.ts';
import { type AppCode, appWords } from './words/app-words.ts';
import { archiveWords } from './words/archive-words.ts';
import { backupWords } from './words/backup-words.ts';
import { extractWords } from './words/extract-words.ts';
import { keychainWords } from './words/keychain-words.ts';
import { pageWords } from './words/page-words.ts';
import { phoneWords } from './words/phone-words.ts';
import type { Words, WordsFor } from './words/phrases.ts';
import { recoveryWords } from './words/recovery-words.ts';
import { rescueWords } from './words/rescue-words.ts';
import { restoreWords } from './words/restore-words.ts';
import { vaultWords } from './words/vault-words.ts';
import { wireWords } from './words/wire-words.ts';

/** Every code there is; a room that gets a new one does not compile without its words. */
export type Code =
  | ArchiveCode
  | KitErrorCode
  | WireCode
  | PhoneCode
  | VaultCode
  | BackupErrorCode
  | RestoreErrorCode
  | KeychainCode
  | ExtractCode
  | RescueCode
  | RecoveryCode
  | PageCode
  | AppCode;

const words: WordsFor<Code> = {
  ...wireWords,
  ...extractWords,
  ...phoneWords,
  ...vaultWords,
  ...backupWords,
  ...rescueWords,
  ...recoveryWords,
  ...restoreWords,
  ...archiveWords,
  ...keychainWords,
  ...pageWords,
  ...appWords,
};
const byCode: ReadonlyMap<string, (facts: Facts) => Words> = new Map(Object.entries(words));

/** Every code there are words for. */
export const wordsOfCodes: readonly string[] = [...byCode.keys()];

/** The stable code of anything that was thrown; `internal` for what nobody foresaw. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof Error && thrown.name === 'AbortError') return 'cancelled';
  return isThawError(thrown) && byCode.has(thrown.code) ? thrown.code : 'internal';
}

/** What a person is told of anything that was thrown. */
export function wordsOf(thrown: unknown): Words {
  const tell = byCode.get(codeOf(thrown)) ?? appWords.internal;
  return tell(isThawError(thrown) ? thrown.facts : { message: messageOf(thrown) });
}

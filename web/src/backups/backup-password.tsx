import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { PasswordField } from '../parts/password-field.tsx';
import { useSpeech } from '../words/speech.tsx';

/** True for one that nothing can be read from without its password. */
export function isLocked(backup: BackupCard | null | undefined): boolean {
  return backup?.encrypted === true && !backup.open;
}

/** The password of a backup that is locked, for this one piece of work. */
export function BackupPassword({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { password, hint } = useSpeech().words.inside.unlock;
  return <PasswordField label={password} hint={hint} value={value} onChange={onChange} />;
}

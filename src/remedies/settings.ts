import type { Phone } from '../phone/session.ts';
import { BACKUP_DOMAIN } from '../phone/values.ts';
import type { Change, Changes, Setting, SettingName } from './changes.ts';

/** Settings of the phone a remedy may change, and how. */
const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  // Phones may refuse it (SetProhibited): then a person is asked instead.
  'icloud-backup': (phone, value, signal) =>
    phone.setValue({ domain: BACKUP_DOMAIN, key: 'CloudBackupEnabled' }, value, signal),
};

/** Changes a setting for the run; it is noted first, so that it is put back whatever happens. */
export async function changeForNow(
  phone: Phone,
  changes: Changes,
  { setting, before }: { readonly setting: SettingName; readonly before: boolean },
  signal: AbortSignal,
): Promise<void> {
  const change: Change = { udid: phone.device.udid, setting, before };
  await changes.note(change);
  try {
    await SETTINGS[setting](phone, !before, signal);
  } catch (thrown) {
    // A phone that answered with a refusal did not change it; one that went silent may have.
    if (!signal.aborted && isRefusal(thrown)) await changes.settled(change);
    throw thrown;
  }
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'phone.value-prohibited';
}

/** Puts back what this or an earlier run changed on the phone. Rejects when the phone does not take it; the note stays. */
export async function putBack(
  phone: Phone,
  changes: Changes,
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const pending = await changes.pending(phone.device.udid);
  for (const change of pending) {
    await SETTINGS[change.setting](phone, change.before, signal);
    await changes.settled(change);
  }
  return pending;
}

import { AfcLock, AfcMode } from '../../wire/afc.ts';
import type { Phone } from '../session.ts';
import { openAfc } from './afc.ts';

/** The file every program that syncs with a phone locks. */
export const SYNC_LOCK_FILE = '/com.apple.itunes.lock_sync';

/** Tries the lock and gives it back at once. Rejects with `phone.file-locked` while another program holds it. */
export async function trySyncLock(phone: Phone, signal: AbortSignal): Promise<void> {
  await using afc = await openAfc(phone, signal);
  const handle = await afc.open(SYNC_LOCK_FILE, AfcMode.readWrite, signal);
  await afc.lock(handle, AfcLock.exclusive, signal);
  await afc.lock(handle, AfcLock.unlock, signal);
  await afc.close(handle, signal);
}

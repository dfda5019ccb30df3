import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppDatabase } from '../../../src/archive/read/database/app-database.ts';
import type { PhoneFolder } from './phone-folder.ts';

/** An app's database as it lies in a phone's folder, read as out of a backup. */
export function openApp(
  phone: PhoneFolder,
  { domain, path }: { domain: string; path: string },
): AppDatabase & Disposable {
  const database = new DatabaseSync(join(phone.path, domain, path), { readOnly: true });
  return Object.assign(new AppDatabase(database), { [Symbol.dispose]: () => database.close() });
}

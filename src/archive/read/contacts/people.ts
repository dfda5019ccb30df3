import type { OpenBackup } from '../../open-backup.ts';
import { AppDatabase } from '../database/app-database.ts';
import { ADDRESS_BOOK } from './address-book.ts';

/** Digits that are the same however a number is written: with or without country and trunk prefix. */
const SIGNIFICANT_DIGITS = 9;
const FEWEST_DIGITS = 7;
const PHONE = 3;
const EMAIL = 4;

/** Who is behind a telephone number or an address, by the phone's own address book. */
export class People {
  readonly #names: ReadonlyMap<string, string>;

  constructor(names: ReadonlyMap<string, string> = new Map()) {
    this.#names = names;
  }

  /** Nobody is known when there is no address book or it cannot be read. */
  static async of(backup: OpenBackup, signal?: AbortSignal): Promise<People> {
    const opened = await backup.openDatabase(ADDRESS_BOOK.domain, ADDRESS_BOOK.path, signal);
    if (!opened) return new People();
    await using _open = opened;
    return new People(namesOf(new AppDatabase(opened.database)));
  }

  nameOf(address: string): string | undefined {
    return this.#names.get(keyOf(address));
  }
}

/** The same for all ways to write one number or one address. */
export function keyOf(address: string): string {
  const digits = address.replace(/\D/g, '');
  const isNumber =
    !address.includes('@') && digits.length >= FEWEST_DIGITS && /^[+\d\s().\-/]+$/.test(address);
  return isNumber ? digits.slice(-SIGNIFICANT_DIGITS) : address.trim().toLowerCase();
}

function namesOf(database: AppDatabase): Map<string, string> {
  const names = new Map<string, string>();
  if (!database.has('ABPerson') || !database.has('ABMultiValue', 'record_id', 'property')) return names;
  const columns = database.select('ABPerson', 'p', ['First', 'Last', 'Nickname', 'Organization']);
  const rows = database.rows(
    `SELECT v.value AS address, ${columns} FROM ABMultiValue v JOIN ABPerson p ON p.ROWID = v.record_id
     WHERE v.property IN (${PHONE}, ${EMAIL}) ORDER BY p.ROWID`,
  );
  for (const row of rows) {
    const address = row.text('address');
    const full = [row.text('First'), row.text('Last')].filter((part) => part !== undefined).join(' ');
    const name = full || row.text('Nickname') || row.text('Organization');
    if (address !== undefined && name && !names.has(keyOf(address))) names.set(keyOf(address), name);
  }
  return names;
}

/** What a file shows itself to be by its first bytes, as far as that can be checked further. */
export type Form = 'database' | 'plist';

const MAGIC: readonly (readonly [Buffer, Form])[] = [
  [Buffer.from('SQLite format 3\0', 'latin1'), 'database'],
  [Buffer.from('bplist00', 'latin1'), 'plist'],
];
const XML_HEAD_BYTES = 400;
/** How files are called that begin with one of these. */
const NAMED: readonly (readonly [RegExp, Form])[] = [
  [/\.(?:db|sqlite3?|sqlitedb|storedata)$/i, 'database'],
  [/\.plist$/i, 'plist'],
];

/** Undefined for anything else: apps call their files what they like, so only contents count. */
export function formOf(head: Uint8Array): Form | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (const [magic, form] of MAGIC) if (bytes.subarray(0, magic.length).equals(magic)) return form;
  const text = bytes.subarray(0, XML_HEAD_BYTES).toString('latin1');
  return text.startsWith('<?xml') && text.includes('<!DOCTYPE plist') ? 'plist' : undefined;
}

/** The form of a file that by its name is one, but begins with nothing but zeros: what a dying disk leaves behind. */
export function zeroedForm(path: string, head: Uint8Array): Form | undefined {
  if (head.length < 16 || head.some((byte) => byte !== 0)) return undefined;
  return NAMED.find(([name]) => name.test(path))?.[1];
}

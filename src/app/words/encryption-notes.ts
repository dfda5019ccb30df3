/** What is told of encryption that is switched on for a run, and of a remembered password, by the code of the note. */
export const encryptionNotesInWords: ReadonlyMap<string, string> = new Map([
  [
    'encryption-switched-on',
    'Encryption was switched on for this backup; it stays on when the backup is good.',
  ],
  [
    'encryption-switched-off-again',
    'Encryption, which was switched on for a backup that failed, is off again.',
  ],
  [
    'encryption-left-on',
    'Encryption, which was switched on for a backup that failed, could not be switched off yet: give the same password with the next run, or use “thaw password remove”.',
  ],
  [
    'remembered-password-wrong',
    'The remembered password does not open the new backup, which was checked without it: see “thaw password check --remember”.',
  ],
]);

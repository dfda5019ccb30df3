import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncryptionNotes } from '../rescue/encryption-for-run.ts';
import { ifThere } from './places/if-there.ts';
import { stateFolder } from './state-folder.ts';

/** One empty file for each phone, in the state folder. */
export function encryptionNotes(folder = join(stateFolder(), 'encryption-switched-on')): EncryptionNotes {
  const fileOf = (udid: string): string => join(folder, udid.replace(/[^A-Za-z0-9-]/g, '_'));
  return {
    async note(udid) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await using file = await open(fileOf(udid), 'w', 0o600);
      await file.sync();
    },
    async isNoted(udid) {
      return (await ifThere(folder, () => stat(fileOf(udid)))) !== undefined;
    },
    async settled(udid) {
      await rm(fileOf(udid), { force: true });
    },
  };
}

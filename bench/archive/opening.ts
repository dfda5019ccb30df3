import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifestPlist } from '../../src/archive/metadata.ts';
import { openBackup } from '../../src/archive/open-backup.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { derivePasscodeKey, parseKeybag } from '../../src/wire/keybag.ts';
import { ENCRYPTED, makeBackup, PASSWORD } from '../../test/support/made-backup.ts';
import { median } from '../measure.ts';

/** As real phones have. */
const ROUNDS = 10_000_000;
const CONTENT = { seed: 6, files: 20_000, bytes: 80_000_000 };

/** Opening an encrypted backup: how much of it is the stretching of the password, which is slow on purpose. */
export async function opening(runs: number): Promise<string> {
  await using made = await makeBackup({ phone: { ...ENCRYPTED, keybagRounds: ROUNDS }, content: CONTENT });
  const { keybag } = parseManifestPlist(await readFile(join(made.folder, 'Manifest.plist')));
  if (!keybag) throw new Error('no keybag');
  const shares: number[] = [];
  let seconds = 0;
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await derivePasscodeKey(PASSWORD, parseKeybag(keybag));
    const derived = performance.now();
    await using _backup = await openBackup(viewOfFolder(made.folder), { password: PASSWORD });
    seconds = (performance.now() - derived) / 1000;
    shares.push((derived - began) / 1000 / seconds);
  }
  return `opening an encrypted backup of ${CONTENT.files.toLocaleString('en')} files: ${seconds.toFixed(1)} s, share of the key derivation ${Math.round(median(shares) * 100)} %`;
}

import { availableParallelism } from 'node:os';
import { verify } from '../../src/archive/verify.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { ENCRYPTED, type MadeBackup, makeBackup, PASSWORD } from '../../test/support/made-backup.ts';
import { median } from '../measure.ts';
import { addDigests } from './add-digests.ts';
import { opensslSpeed } from './openssl.ts';

const FILES = 1000;
const BYTES_EACH = 2_500_000;
const AIM = 0.7;

/**
 * Reading all of an encrypted backup, beside decrypting and hashing as many bytes and nothing else. iOS gives digests to
 * the files of its own domains, and none to photos.
 */
export async function contents(runs: number): Promise<string> {
  const add = Array.from({ length: FILES }, (_, file) => ({
    domain: 'CameraRollDomain',
    relativePath: `Media/${file % 10}/${file}.bin`,
    bytes: BYTES_EACH,
  }));
  await using made = await makeBackup({ phone: ENCRYPTED, content: { files: 0, bytes: 0 } }, { add });
  const without = await read(made, runs);
  await addDigests(made.folder, PASSWORD);
  return `contents without digests: ${without}\ncontents with digests: ${await read(made, runs)}`;
}

async function read(made: MadeBackup, runs: number): Promise<string> {
  const view = viewOfFolder(made.folder);
  const check = () => verify(view, { udid: made.udid, password: PASSWORD, depth: 'content' });
  await check(); // brings the files into memory
  const bytes = FILES * BYTES_EACH;
  const ratios: number[] = [];
  const busy: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { decrypt, hash } = await opensslSpeed();
    const [started, before] = [performance.now(), process.cpuUsage()];
    const { findings } = await check();
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const work = (user + system) / 1e6;
    if (findings.length > 0) throw new Error(`a good backup has findings: ${JSON.stringify(findings[0])}`);
    ratios.push((bytes / decrypt + bytes / hash) / work);
    busy.push(work / seconds);
  }
  return `ratio ${median(ratios).toFixed(2)} of what openssl decrypts and hashes in the same processor time (aim ${AIM}); ${median(busy).toFixed(1)} of ${availableParallelism()} cores busy`;
}

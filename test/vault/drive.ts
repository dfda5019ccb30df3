import { systemClock } from '../../src/kit/clock.ts';
import { systemCodeOf } from '../../src/kit/errors.ts';
import { type BackupPath, backupPath } from '../../src/vault/backup-path.ts';
import { checkDestination } from '../../src/vault/destination.ts';
import { openVault, type Vault, type VaultRun } from '../../src/vault/vault.ts';
import { bytesOf, type Operation } from './model.ts';

export const UDID = '00008110-001A2B3C4D5E001E';

export async function vaultIn(folder: string): Promise<Vault> {
  return openVault(await checkDestination(folder), UDID, { clock: systemClock });
}

/** A path as the phone names it. */
export function inside(path: string): BackupPath {
  return backupPath(path === '' ? UDID : `${UDID}/${path}`, UDID);
}

/** Does an operation as the phone would have it done; resolves with the code it failed with. */
export async function perform(run: VaultRun, operation: Operation): Promise<string | undefined> {
  try {
    return await doOperation(run, operation);
  } catch (thrown) {
    return systemCodeOf(thrown);
  }
}

/** Receives a file in pieces of many sizes, and does not wait for it. */
export function receive(run: VaultRun, path: string, bytes: Buffer, pieceBytes = 5000): void {
  const receiver = run.receive(inside(path));
  for (let at = 0; at < bytes.length; at += pieceBytes) receiver.data(bytes.subarray(at, at + pieceBytes));
  receiver.end();
}

async function doOperation(run: VaultRun, operation: Operation): Promise<string | undefined> {
  switch (operation.do) {
    case 'folder':
      await run.createDirectory(inside(operation.path));
      return undefined;
    case 'receive':
      receive(run, operation.path, bytesOf(operation));
      return (await run.flush())[0]?.code;
    case 'remove':
      await run.remove([inside(operation.path)]);
      return undefined;
    case 'move':
      await run.move([[inside(operation.from), inside(operation.to)]]);
      return undefined;
    case 'copy':
      await run.copy(inside(operation.from), inside(operation.to));
      return undefined;
  }
}

import { WireError } from '../../wire/errors.ts';
import { asDict, dictIn, maybeStringIn } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { BackupLock } from '../content/backup-lock.ts';
import { AgentFailure } from './failure.ts';
import { fetchSmall, fetchToFile } from './fetch.ts';
import { isManifest } from './manifest-reader.ts';
import type { Run } from './run.ts';
import { isShard } from './shards.ts';
import { type BackupStatus, decodeStatus } from './status-plist.ts';

/** A backup on the computer that can be restored. */
export interface RestoreSource {
  /** Manifest.db in the clear, on the phone. */
  readonly manifestPath: string;
  /** Undefined for a plain backup. */
  readonly lock: BackupLock | undefined;
  /** fileIDs that still lie in the Snapshot folder, when the run that made the backup was cut while moving. */
  readonly inSnapshot: ReadonlySet<string>;
}

/** Reads what describes the backup. Throws 203, 204, 205 or 207 for one that cannot be restored here. */
export async function openSource(run: Run, password: string | undefined): Promise<RestoreSource> {
  const status = await readStatus(run);
  const moving = status.snapshotState === 'moving';
  const inSnapshot = moving ? await listSnapshot(run) : new Set<string>();
  const properties = await readProperties(run, status, inSnapshot);
  checkVersion(run.phone.iosVersion, properties);
  const lock = await unlock(properties, password, run.signal);
  const manifestPath = run.agent.newPath();
  const from = `${run.folder}/${inSnapshot.has('Manifest.db') ? 'Snapshot/' : ''}Manifest.db`;
  const fetched = await fetchToFile(
    run.host,
    from,
    run.progress.told,
    manifestPath,
    lock?.manifestDecipher(),
  );
  if (!fetched || !isManifest(manifestPath)) throw new AgentFailure(205, 'Error reading backup manifest');
  await fetchSmall(run.host, `${run.folder}/Info.plist`, run.progress.told);
  return { manifestPath, lock, inSnapshot };
}

async function readStatus({ host, folder, progress }: Run): Promise<BackupStatus> {
  const bytes = await fetchSmall(host, `${folder}/Status.plist`, progress.told);
  if (!bytes) throw new AgentFailure(204, 'No status exists in backup');
  const status = decoded('Error reading status', () => decodeStatus(bytes));
  const version = Number(status.version);
  if (!(version >= 3.3 && version < 4)) {
    throw new AgentFailure(203, `Unsupported backup status version: ${status.version}`);
  }
  if (status.backupState === 'empty') throw new AgentFailure(204, 'Backup state is empty');
  return status;
}

async function readProperties(
  run: Run,
  status: BackupStatus,
  inSnapshot: ReadonlySet<string>,
): Promise<PlistDict> {
  const from = `${run.folder}/${inSnapshot.has('Manifest.plist') ? 'Snapshot/' : ''}Manifest.plist`;
  const bytes = await fetchSmall(run.host, from, run.progress.told);
  if (!bytes && status.snapshotState === 'uploading') {
    throw new AgentFailure(204, 'Initial backup failed while uploading files');
  }
  if (!bytes)
    throw new AgentFailure(
      205,
      `Error reading backup properties`,
      new AgentFailure(4, `No such file or directory at path ${from}`),
    );
  if (bytes.length === 0)
    throw new AgentFailure(
      205,
      `Error reading backup properties`,
      new AgentFailure(11, `Cannot parse a NULL or zero-length data`),
    );
  return decoded('Error reading backup properties', () => asDict(decodePlist(bytes), 'Manifest.plist'));
}

async function listSnapshot({ host, folder }: Run): Promise<Set<string>> {
  const found = new Set<string>();
  for (const name of (await host.list(`${folder}/Snapshot`)).keys()) {
    found.add(name);
    if (!isShard(name)) continue;
    for (const fileId of (await host.list(`${folder}/Snapshot/${name}`)).keys()) found.add(fileId);
  }
  return found;
}

function checkVersion(iosVersion: string, properties: PlistDict): void {
  const made = maybeStringIn(dictIn(properties, 'Lockdown'), 'ProductVersion') ?? '0';
  if (Number.parseInt(made, 10) > Number.parseInt(iosVersion, 10)) {
    throw new AgentFailure(203, 'Backup is from an incompatible OS version');
  }
}

async function unlock(
  properties: PlistDict,
  password: string | undefined,
  signal: AbortSignal,
): Promise<BackupLock | undefined> {
  try {
    return await BackupLock.open(properties, password ?? '', signal);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    if (error.code !== 'wire.keybag') throw new AgentFailure(205, 'No keybag in manifest');
    throw new AgentFailure(
      207,
      'Invalid password when restoring encrypted backup',
      new AgentFailure(1, 'MKBKeyBagUnlock error (-3)'),
    );
  }
}

function decoded<T>(failed: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireError) throw new AgentFailure(205, failed, new AgentFailure(11, error.message));
    throw error;
  }
}

import { rm } from 'node:fs/promises';
import { WireError } from '../../wire/errors.ts';
import { decryptManifest } from '../../wire/file-cipher.ts';
import { asDict, maybeDataIn } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { AgentFailure } from './failure.ts';
import { fetchSmall, fetchToFile } from './fetch.ts';
import { finishInterrupted } from './finish-interrupted.ts';
import type { HostLink } from './host-link.ts';
import { isManifest } from './manifest-reader.ts';
import type { Run } from './run.ts';
import { decodeStatus } from './status-plist.ts';
import type { WorkingManifest } from './working-manifest.ts';

/** What the computer's folder holds already, as far as the phone can build on it. */
export interface OldBackup {
  /** Manifest.db of the last whole run, in the clear on the phone; undefined: this run is a full one. */
  readonly manifestPath?: string;
  /** What an interrupted run was sending, if the phone remembers it. */
  readonly halfMade?: WorkingManifest;
  /** There may be files that no manifest names. */
  readonly untidy: boolean;
  /** Made before iOS 10: it is set aside for this run. */
  readonly outdated: boolean;
}

const NOTHING: OldBackup = { untidy: false, outdated: false };
const UNUSABLE: OldBackup = { untidy: true, outdated: false };

/**
 * Reads Status.plist and the manifests. Whatever cannot be used makes this a full backup without a word, but for an
 * empty Manifest.plist: that ends the run with 205, as it is seen to do.
 */
export async function examineOldBackup(run: Run, forceFull: boolean): Promise<OldBackup> {
  const { host, agent, folder } = run;
  const bytes = await fetchSmall(host, `${folder}/Status.plist`, run.progress.told);
  if (!bytes) return NOTHING;
  const status = readable(() => decodeStatus(bytes));
  if (!status) return UNUSABLE;
  const version = Number(status.version);
  if (!(version >= 2.4 && version < 4)) return UNUSABLE;
  if (version < 3.3) return { untidy: false, outdated: true };
  if (forceFull || status.backupState === 'empty') return UNUSABLE;
  const state = status.snapshotState;
  if (state === 'moving' || state === 'removing') await finishInterrupted(run, status);
  const halfMade = state === 'uploading' ? agent.halfMade.get(status.uuid) : undefined;
  const manifestPath = await fetchOldManifest(run);
  const untidy = state !== 'finished' || manifestPath === undefined;
  return { untidy, outdated: false, ...(manifestPath && { manifestPath }), ...(halfMade && { halfMade }) };
}

async function fetchOldManifest({ host, agent, folder, progress }: Run): Promise<string | undefined> {
  const properties = await fetchSmall(host, `${folder}/Manifest.plist`, progress.told);
  if (!properties) return undefined;
  if (properties.length === 0) return await emptyProperties(host, folder);
  const { files } = await agent.keys();
  const dict = readable(() => asDict(decodePlist(properties), 'Manifest.plist'));
  const manifestKey = dict && maybeDataIn(dict, 'ManifestKey');
  // A password set, changed or taken away since: nothing of the old backup can stand beside new files.
  if (!dict || !isSame(manifestKey, files?.sealedManifestKey)) return undefined;
  const decipher = files && decryptManifest(files.manifestKey);
  const path = agent.newPath();
  if ((await fetchToFile(host, `${folder}/Manifest.db`, progress.told, path, decipher)) && isManifest(path))
    return path;
  await rm(path, { force: true });
  return undefined;
}

/**
 * pymobiledevice3 leaves an empty Manifest.plist in a new folder to ask for a full backup. Beside a Manifest.db it is
 * what an interrupted program left behind, and the phone stumbles over it.
 */
async function emptyProperties(host: HostLink, folder: string): Promise<undefined> {
  if (!(await host.list(folder)).has('Manifest.db')) return undefined;
  const beneath = new AgentFailure(11, 'Cannot parse a NULL or zero-length data');
  throw new AgentFailure(205, 'Error reading backup properties', beneath);
}

function isSame(one: Uint8Array | undefined, other: Buffer | undefined): boolean {
  return one && other ? other.equals(one) : one === other;
}

/** The value, or undefined where the bytes are not what they should be. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

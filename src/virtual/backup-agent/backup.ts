import { rm } from 'node:fs/promises';
import { ManifestReader } from './manifest-reader.ts';
import { moveItems } from './move.ts';
import { examineOldBackup, type OldBackup } from './old-backup.ts';
import { checkPreconditions } from './preconditions.ts';
import { prepareFolders } from './prepare-folders.ts';
import { askForBackup } from './prompt.ts';
import type { Run } from './run.ts';
import { scan } from './scan.ts';
import { sendFiles } from './send-files.ts';
import { sendManifests } from './send-manifests.ts';
import { statusOf, uploadStatus } from './send-plists.ts';
import { placeOf } from './shards.ts';
import { ensureSpace } from './space.ts';
import { tidy } from './tidy.ts';
import { planUpload, storedSize } from './upload-plan.ts';
import { verify } from './verify.ts';
import { type WorkingManifest, withoutFiles } from './working-manifest.ts';

/**
 * One backup, step for step as iOS 26 makes it. Between `uploading` and `finished` in Status.plist a cut run can be
 * taken up again.
 */
export async function backUp(run: Run, forceFull: boolean): Promise<void> {
  const { phone, progress } = run;
  await progress.enter('waiting-for-passcode', 0);
  await askForBackup(phone, run.signal);
  checkPreconditions(phone);
  await progress.enter('preparing');
  const old = await examineOldBackup(run, forceFull);
  try {
    const manifest = await upload(run, old);
    await putInPlace(run, manifest, old);
    await progress.enter('verifying', 98);
    await verify(run, manifest);
  } finally {
    if (old.manifestPath !== undefined) await rm(old.manifestPath, { force: true });
  }
  phone.backup.lastiTunesBackupDate = phone.now();
}

/** Everything new goes to the Snapshot folder; gives the manifest of what the backup then holds. */
async function upload(run: Run, old: OldBackup): Promise<WorkingManifest> {
  const { agent, progress } = run;
  const manifest = await scan(run);
  const plan = await planUpload(run, manifest, old);
  await ensureSpace(run, plan.bytes);
  await prepareFolders(run, old);
  agent.halfMade.set(run.uuid, manifest);
  await uploadStatus(run, statusOf(run, 'uploading', isFull(old)));
  progress.totalBytes = plan.bytes;
  await progress.enter('sending', 2);
  const unreadable = await sendFiles(run, manifest, plan.slots);
  const settled = await sendWhatChanged(run, manifest);
  await progress.enter('finishing', 90);
  return unreadable.length === 0 ? settled : await withoutFiles(settled, agent.newPath(), unreadable);
}

/** Files that changed while others were sent get one second pass. */
async function sendWhatChanged(run: Run, manifest: WorkingManifest): Promise<WorkingManifest> {
  const { agent, progress } = run;
  const settled = await agent.manifest();
  if (settled === manifest) return manifest;
  using reader = new ManifestReader(settled.path, manifest.path);
  const changed = reader.changed();
  progress.totalBytes += storedSize(agent.content, settled, changed);
  agent.halfMade.set(run.uuid, settled);
  await sendFiles(run, settled, changed);
  return settled;
}

/** The manifests follow, then everything takes the place of what was there. */
async function putInPlace(run: Run, manifest: WorkingManifest, old: OldBackup): Promise<void> {
  await sendManifests(run, manifest);
  await uploadStatus(run, statusOf(run, 'moving', isFull(old)));
  await moveItems(run, sentPlaces(manifest, old));
  await moveItems(run, ['Manifest.db']);
  await moveItems(run, ['Manifest.plist']);
  await run.progress.enter('finishing', 95);
  await uploadStatus(run, statusOf(run, 'removing', isFull(old)));
  await tidy(run, manifest, old);
  await uploadStatus(run, statusOf(run, 'finished', isFull(old)));
  run.agent.halfMade.delete(run.uuid);
}

function sentPlaces(manifest: WorkingManifest, old: OldBackup): string[] {
  using reader = new ManifestReader(manifest.path, old.manifestPath);
  return reader.changedFileIds().map(placeOf);
}

function isFull(old: OldBackup): boolean {
  return old.manifestPath === undefined;
}

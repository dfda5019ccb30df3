import type { Run } from './run.ts';
import type { WorkingManifest } from './working-manifest.ts';

/**
 * The phone walks its file system, which the computer sees nothing of but log lines. The manifest comes ready-made:
 * how long a scan lasts is for the scenario to say.
 */
export async function scan({ phone, agent, progress }: Run): Promise<WorkingManifest> {
  phone.log('BackupAgent2', 'Notice', 'Scanning for files to back up');
  const manifest = await agent.manifest();
  for (const { files, bytes } of manifest.domains) {
    await progress.step();
    phone.log('BackupAgent2', 'Notice', `Finished scanning domain <private> - size:${bytes}, files:${files}`);
  }
  return manifest;
}

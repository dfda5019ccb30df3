import { childPath, ROOT } from '../vault/backup-path.ts';
import type { VaultRun } from '../vault/vault.ts';

/**
 * Shows the phone an empty folder: it builds on nothing that may be damaged. What is hidden stays where it is until the
 * commit, which makes an earlier state of it.
 */
export async function hideEarlier(run: VaultRun): Promise<void> {
  if (run.resumed.files > 0) return;
  const entries = await run.list(ROOT);
  await run.remove(entries.map(({ name }) => childPath(ROOT, name)));
}

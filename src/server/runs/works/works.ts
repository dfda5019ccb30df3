import type { RunRequest } from '../../contract/runs.ts';
import { backupWork } from './backup-work.ts';
import { checkWork } from './check-work.ts';
import type { Means } from './work.ts';

/** Each kind of run is a file beside this one. */
export function doWork(request: RunRequest, means: Means): Promise<void> {
  switch (request.kind) {
    case 'check':
      return checkWork(request, means);
    case 'backup':
      return backupWork(request, means);
    default:
      throw new Error(`not yet: ${request.kind}`);
  }
}

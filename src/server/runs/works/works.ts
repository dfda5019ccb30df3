import type { RunRequest } from '../../contract/runs.ts';
import type { Means } from './work.ts';

/** Does what was asked for. Each kind of run is a file beside this one, loaded when it is first wanted. */
export async function doWork(request: RunRequest, means: Means): Promise<void> {
  switch (request.kind) {
    case 'check':
      return await (await import('./check-work.ts')).checkWork(request, means);
    case 'backup':
      return await (await import('./backup-work.ts')).backupWork(request, means);
    case 'verify':
      return await (await import('./verify-work.ts')).verifyWork(request, means);
    case 'repair':
      return await (await import('./repair-work.ts')).repairWork(request, means);
    case 'restore':
      return await (await import('./restore-work.ts')).restoreWork(request, means);
    case 'extract':
      return await (await import('./extract-work.ts')).extractWork(request, means);
    case 'watch':
      return await (await import('./watch-work.ts')).watchWork(request, means);
    case 'password':
      return await (await import('./password-work.ts')).passwordWork(request, means);
    case 'fix':
      return await (await import('./fix-work.ts')).fixWork(request, means);
    case 'bring-back':
      return await (await import('./bring-back-work.ts')).bringBackWork(request, means);
  }
}

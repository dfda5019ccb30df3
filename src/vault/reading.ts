import type { Clock } from '../kit/clock.ts';
import { systemCodeOf } from '../kit/errors.ts';
import { exists } from './disk/sync.ts';
import { enterHome } from './home.ts';
import type { Layout } from './layout.ts';

/** What a disk says that can only be read. */
const READ_ONLY: ReadonlySet<string | undefined> = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * Keeps runs away from a backup while it is read, until disposed; a commit that was cut is completed first. A backup that
 * Thaw never wrote, or on a disk that can only be read, has no run to keep away. Rejects with `vault.busy`.
 */
export async function holdForReading(
  layout: Layout,
  clock: Clock,
  signal?: AbortSignal,
): Promise<AsyncDisposable> {
  if (!exists(layout.home)) return new AsyncDisposableStack();
  try {
    return (await enterHome(layout, clock, signal)).resources;
  } catch (thrown) {
    if (READ_ONLY.has(systemCodeOf(thrown))) return new AsyncDisposableStack();
    throw thrown;
  }
}

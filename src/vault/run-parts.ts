import type { Clock } from '../kit/clock.ts';
import type { Destination } from './destination.ts';
import type { DiskThread } from './disk/thread.ts';
import type { Layout } from './layout.ts';
import type { Lock } from './lock.ts';
import type { Resumed } from './overlay/open.ts';
import type { Overlay } from './overlay/overlay.ts';

/** What a run is made of; all of it is the run's to dispose. */
export interface RunParts {
  readonly run: string;
  readonly destination: Destination;
  readonly layout: Layout;
  readonly clock: Clock;
  readonly lock: Lock;
  readonly thread: DiskThread;
  readonly overlay: Overlay;
  /** Of the backup's folder when the run began. */
  readonly fingerprint: string;
  readonly resumed: Resumed;
  readonly setAside: string | undefined;
  readonly resources: AsyncDisposableStack;
}

import type { Entry } from '../../vault/backup-view.ts';
import type { Source } from '../../vault/source.ts';
import type { DeviceLink } from '../link.ts';
import type { Progress } from '../progress.ts';

/** What sending files and listing folders work with: all there is of a computer in a restore. Paths are as the phone names them. */
export interface Reading {
  readonly link: DeviceLink;
  readonly progress: Progress;
  /** Undefined when there is no such file. */
  open(path: string): Promise<Source | undefined>;
  /** Nothing when there is no such folder. */
  list(path: string): Promise<readonly Entry[]>;
}

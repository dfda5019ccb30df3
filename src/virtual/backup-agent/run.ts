import type { VirtualPhone } from '../phone.ts';
import type { BackupAgent } from './agent.ts';
import type { HostLink } from './host-link.ts';
import type { Progress } from './progress.ts';

/** One backup or restore while it runs. */
export interface Run {
  readonly phone: VirtualPhone;
  readonly agent: BackupAgent;
  readonly host: HostLink;
  readonly progress: Progress;
  /** The backup's folder below the computer's backup root: the UDID, mostly. */
  readonly folder: string;
  /** Of this run, upper case; stands in Status.plist. */
  readonly uuid: string;
  readonly startedAt: Date;
  readonly signal: AbortSignal;
}

import type { RunKind, RunRequest } from '../../contract/runs.ts';
import type { PhonePlace } from '../../phones/phone-places.ts';
import type { LiveRun } from '../live-run.ts';

/** What a run is done with; every path in it was looked at already. */
export interface Means {
  readonly run: LiveRun;
  /** Of the phone it is about, or else this computer's own. */
  readonly place: PhonePlace;
  /** The folder that holds backups, for what makes one. */
  readonly destination: string | undefined;
  /** The backup's own folder, for what is done with one. */
  readonly backup:
    | { readonly path: string; readonly id: string; readonly generation?: number | undefined }
    | undefined;
  /** Of that backup: as sent with the request, or as it was opened with. */
  readonly password: string | undefined;
  /** Where to write what is taken out. */
  readonly to: string | undefined;
  readonly historyKept: number | null;
}

export type RequestOf<Kind extends RunKind> = Extract<RunRequest, { kind: Kind }>;

/** Does what was asked for, and tells of it to the end; never rejects for a failure it told. */
export type Work<Kind extends RunKind> = (request: RequestOf<Kind>, means: Means) => Promise<void>;

import type { Emit } from '../../kit/run-event.ts';
import { type BackupPath, backupPath } from '../../vault/backup-path.ts';
import type { VaultRun } from '../../vault/vault.ts';
import type { DeviceLink } from '../link.ts';
import type { Progress } from '../progress.ts';
import type { UnreadableFiles } from '../unreadable-files.ts';

/** What every answer to the phone works with. */
export class Serving {
  readonly link: DeviceLink;
  readonly run: VaultRun;
  readonly progress: Progress;
  readonly unreadable: UnreadableFiles;
  readonly emit: Emit;
  /** Files that could not be written here: the backup cannot be whole, whatever the phone says at its end. */
  readonly writeFailures: { path: string; code: string }[] = [];
  /** What the phone asked us to free, when it found too little space here. */
  spaceWanted = 0;
  readonly #folder: string;

  constructor(parts: {
    link: DeviceLink;
    run: VaultRun;
    progress: Progress;
    unreadable: UnreadableFiles;
    emit: Emit;
    folder: string;
  }) {
    this.link = parts.link;
    this.run = parts.run;
    this.progress = parts.progress;
    this.unreadable = parts.unreadable;
    this.emit = parts.emit;
    this.#folder = parts.folder;
  }

  /** The path inside the backup that the phone means; throws `vault.path-refused` when it points elsewhere. */
  inside(path: string): BackupPath {
    return backupPath(path, this.#folder);
  }
}

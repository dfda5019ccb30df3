import type { Gate } from '../../kit/gate.ts';
import type { Emit } from '../../kit/run-event.ts';
import { type BackupPath, backupPath } from '../../vault/backup-path.ts';
import type { Entry } from '../../vault/backup-view.ts';
import type { Source } from '../../vault/source.ts';
import type { VaultRun, WriteFailure } from '../../vault/vault.ts';
import { STATUS_OK, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { DeviceLink } from '../link.ts';
import type { Progress } from '../progress.ts';
import type { UnreadableFiles } from '../unreadable-files.ts';
import type { Reading } from './reading.ts';

/** What every answer to the phone works with. */
export class Serving implements Reading {
  readonly link: DeviceLink;
  readonly run: VaultRun;
  readonly progress: Progress;
  readonly unreadable: UnreadableFiles;
  readonly emit: Emit;
  readonly gate: Gate;
  /** Files that could not be written here: the backup cannot be whole, whatever the phone says at its end. */
  readonly writeFailures: WriteFailure[] = [];
  /** What the phone asked us to free, when it found too little space here. */
  spaceWanted = 0;
  readonly #folder: string;
  readonly #onWriteFailure: ((failure: WriteFailure) => void) | undefined;
  #unsettled = false;

  constructor(parts: {
    link: DeviceLink;
    run: VaultRun;
    progress: Progress;
    unreadable: UnreadableFiles;
    emit: Emit;
    gate: Gate;
    folder: string;
    /** Told of the first as soon as it is known: the phone hears of it only at the end of a batch, which may be hours away. */
    onWriteFailure?: ((failure: WriteFailure) => void) | undefined;
  }) {
    this.link = parts.link;
    this.run = parts.run;
    this.progress = parts.progress;
    this.unreadable = parts.unreadable;
    this.emit = parts.emit;
    this.gate = parts.gate;
    this.#folder = parts.folder;
    this.#onWriteFailure = parts.onWriteFailure;
  }

  /** The path inside the backup that the phone means; throws `vault.path-refused` when it points elsewhere. */
  inside(path: string): BackupPath {
    return backupPath(path, this.#folder);
  }

  open(path: string): Promise<Source | undefined> {
    return this.run.open(this.inside(path));
  }

  list(path: string): Promise<readonly Entry[]> {
    return this.run.list(this.inside(path));
  }

  /** A batch has come whose files may still be on their way to the disk. */
  batchReceived(): void {
    this.#unsettled = true;
    this.#failed(this.run.checkpoint());
  }

  /** In the middle of a batch: is the disk still with us? */
  lookAtDisk(): void {
    this.#failed(this.run.failures());
  }

  /** Waits until all that was received is on the disk, or known not to be. */
  async settle(): Promise<void> {
    if (!this.#unsettled) return;
    this.#unsettled = false;
    this.#failed(await this.run.flush());
  }

  /** Answers that all is well, or, once a file could not be written, that it is not: the phone then ends the run. */
  async answerHonestly(): Promise<void> {
    const [first] = this.writeFailures;
    if (first) await this.link.answer(statusOfSystemCode(first.code), `${first.code} while writing`);
    else await this.link.answer(STATUS_OK);
  }

  #failed(failures: readonly WriteFailure[]): void {
    const [first] = failures;
    if (first && this.writeFailures.length === 0) this.#onWriteFailure?.(first);
    this.writeFailures.push(...failures);
  }
}

import type { VirtualPhone } from './phone.ts';
import { processOf } from './processes.ts';

/** The service whose connections end with the daemon. */
export const BACKUP_SERVICE = 'com.apple.mobilebackup2';
/** Apple's host sends 32 KiB a frame; frames of 128 MiB are known to get the daemon killed. */
const USUAL_FRAME_LIMIT_BYTES = 64 * 1024 * 1024;

/** BackupAgent2 as a process: it can be killed, and leaves a report when it was. */
export class BackupDaemon {
  /** A frame from the computer larger than this gets the daemon killed by jetsam. */
  frameLimitBytes = USUAL_FRAME_LIMIT_BYTES;
  readonly #phone: VirtualPhone;
  #startedAt: number | undefined;

  constructor(phone: VirtualPhone) {
    this.#phone = phone;
  }

  get alive(): boolean {
    return this.#startedAt !== undefined;
  }

  /** True while a computer talks with it. */
  get busy(): boolean {
    return this.#phone.carries(BACKUP_SERVICE);
  }

  /** It crashed: report, log line, connections gone. */
  crash(): void {
    this.#phone.crashReports.addCrash('BackupAgent2');
    this.#phone.log('ReportCrash', 'Notice', 'Formulating fatal 309 report for corpse BackupAgent2');
    this.#end('SIGABRT');
  }

  /** It held `bytes` and was killed for it: jetsam report, log line, connections gone. */
  killForMemory(bytes: number): void {
    this.#phone.crashReports.addJetsam('BackupAgent2', bytes);
    this.#phone.log(
      'kernel',
      'Notice',
      'memorystatus: killing_specific_process pid 311 [BackupAgent2] (per-process-limit)',
    );
    this.#end('SIGKILL');
  }

  /** A conversation began: launchd starts it on demand. */
  began(): void {
    this.#startedAt = this.#phone.clock.ticks();
    const { pid } = processOf('BackupAgent2');
    this.#phone.log('launchd', 'Notice', `Successfully spawned BackupAgent2[${pid}] because ipc (mach)`);
  }

  /** The conversation is over and the daemon leaves of its own accord. */
  left(): void {
    this.#tellExit('exit(0)');
  }

  #end(signal: string): void {
    this.#tellExit(signal);
    this.#phone.cut(BACKUP_SERVICE);
  }

  #tellExit(how: string): void {
    if (this.#startedAt === undefined) return;
    const lived = Math.round(this.#phone.clock.ticks() - this.#startedAt);
    this.#startedAt = undefined;
    const { pid } = processOf('BackupAgent2');
    this.#phone.log(
      'launchd',
      'Notice',
      `[user/501/com.apple.mobilebackup2 [${pid}]] exited due to ${how}, ran for ${lived}ms`,
    );
  }
}

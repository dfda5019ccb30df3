import { randomUUID } from 'node:crypto';
import { PageError } from '../../app/page-error.ts';
import { Recorder } from '../../app/runs/recorder.ts';
import { worksFolder } from '../../app/runs/run-files.ts';
import type { Clock } from '../../kit/clock.ts';
import type { RunPhone } from '../../kit/run-event.ts';
import type { RunAgain, RunKind, RunRequest } from '../contract/runs.ts';
import { LiveRun } from './live-run.ts';
import { tellFailure } from './works/tell-to-the-end.ts';
import type { Means } from './works/work.ts';
import { doWork } from './works/works.ts';

/** Runs that ended are kept so long in memory; after it, those that were recorded are read from the disk. */
const KEPT_ENDED = 50;

/** What is known before a run begins. */
export interface Opening extends Omit<Means, 'run'> {
  readonly phone: RunPhone | null;
}

/** Every run of this server. They live here, whatever the page does. */
export class Runs {
  readonly #clock: Clock;
  readonly #working = new Set<Promise<void>>();
  /** In the order in which they began. */
  #runs: readonly LiveRun[] = [];
  #ending = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get all(): readonly LiveRun[] {
    return this.#runs;
  }

  get atWork(): readonly LiveRun[] {
    return this.#runs.filter(({ isOver }) => !isOver);
  }

  get(id: string): LiveRun | undefined {
    return this.#runs.find(({ run }) => run === id);
  }

  /** What is at work with a phone and keeps others from it. */
  ofPhone(udid: string): LiveRun | undefined {
    return this.atWork.find(
      ({ standing }) => NEEDS_PHONE.has(standing.kind) && standing.phone?.udid === udid,
    );
  }

  /** Begins what is asked for. Throws `page.phone-busy`, `page.backup-busy`, `page.ending`. */
  start(request: RunRequest, opening: Opening): LiveRun {
    this.#checkFree(request, opening);
    const run = new LiveRun(randomUUID(), this.#clock, recorderOf(request.kind));
    this.#runs = [...this.#forgetOld(), run];
    run.tell({ type: 'run.opened', kind: request.kind, phone: opening.phone, again: againOf(request) });
    const working = this.#work(request, { ...opening, run });
    this.#working.add(working);
    void working.finally(() => this.#working.delete(working));
    return run;
  }

  /** Begins nothing more, ends all runs cleanly, and waits until they have. */
  async end(): Promise<void> {
    this.#ending = true;
    for (const run of this.atWork) run.cancel();
    await Promise.all(this.#working);
  }

  async #work(request: RunRequest, means: Means): Promise<void> {
    try {
      await doWork(request, means);
    } catch (thrown) {
      tellFailure(means.run, thrown);
    } finally {
      await means.run.end();
    }
  }

  #checkFree(request: RunRequest, { phone, backup }: Opening): void {
    if (this.#ending) throw new PageError('page.ending', 'the server ends');
    if (phone && NEEDS_PHONE.has(request.kind) && this.ofPhone(phone.udid))
      throw new PageError('page.phone-busy', 'another run has the phone');
    const other = this.atWork.find(
      ({ standing }) => standing.again && backupOf(standing.again) === backupOf(request),
    );
    if (backup && other && (CHANGES_BACKUP.has(request.kind) || CHANGES_BACKUP.has(other.standing.kind)))
      throw new PageError('page.backup-busy', 'another run has the backup');
  }

  #forgetOld(): readonly LiveRun[] {
    const ended = this.#runs.filter(({ isOver }) => isOver);
    const forgotten = new Set(ended.slice(0, Math.max(0, ended.length - KEPT_ENDED)));
    return this.#runs.filter((run) => !forgotten.has(run));
  }
}

/** Checks may look on while something else is done with a phone. */
const NEEDS_PHONE: ReadonlySet<RunKind> = new Set(['backup', 'restore', 'password', 'fix']);
export const CHANGES_BACKUP: ReadonlySet<RunKind> = new Set(['repair', 'bring-back']);
/** What a report is made of. */
const REPORTED: ReadonlySet<RunKind> = new Set(['backup', 'restore', 'watch']);

/** A check is made anew whenever somebody wants to know. */
function recorderOf(kind: RunKind): Recorder | undefined {
  if (kind === 'check') return undefined;
  return REPORTED.has(kind) ? new Recorder() : new Recorder(worksFolder());
}

function backupOf(request: RunRequest): string | undefined {
  return 'backup' in request ? request.backup : undefined;
}

/** The request without what is secret, to be sent again; null where all of it is. */
function againOf(request: RunRequest): RunAgain | null {
  switch (request.kind) {
    case 'check':
    case 'watch':
    case 'bring-back':
      return request;
    case 'password':
      return null;
    default: {
      const { password: _, ...open } = request;
      return open;
    }
  }
}

import { randomUUID } from 'node:crypto';
import { PageError } from '../../app/page-error.ts';
import type { Recorder } from '../../app/runs/recorder.ts';
import { isTypedAs } from '../../app/typed-consent.ts';
import type { Clock } from '../../kit/clock.ts';
import type { RunFact } from '../../kit/run-event.ts';
import { PROGRESS_EVERY_MS, type RunHappening, type ServerFact } from '../contract/events.ts';
import type { Question } from '../contract/runs.ts';
import { EventLog, isProgress } from './event-log.ts';
import { advance, atFirst, type Standing } from './standing.ts';

export type AnswerValue = string | boolean;

interface OpenQuestion {
  readonly question: Question;
  readonly answer: (value: AnswerValue) => void;
}

/** A run at work in this server, or one that ended in it. The page may come and go. */
export class LiveRun {
  readonly run: string;
  readonly clock: Clock;
  readonly log = new EventLog();
  /** Where it is recorded; undefined for what is not worth it. */
  readonly #recorder: Recorder | undefined;
  readonly #controller = new AbortController();
  #standing: Standing;
  #questions: readonly OpenQuestion[] = [];
  #heldBack: RunHappening | undefined;
  #progressAt = Number.NEGATIVE_INFINITY;
  #recorded: Promise<void> = Promise.resolve();

  constructor(run: string, clock: Clock, recorder: Recorder | undefined) {
    this.run = run;
    this.clock = clock;
    this.#recorder = recorder;
    this.#standing = atFirst(clock.now().toISOString());
  }

  get standing(): Standing {
    return this.#standing;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.log.closed;
  }

  /** Says what happened. */
  tell(fact: ServerFact | RunFact): void {
    this.append({ ...fact, at: this.clock.now().toISOString(), run: this.run });
  }

  /** An event of the run itself. Progress comes once a second; what came last before something else is told too. */
  append(told: RunHappening): void {
    // What a use case starts by itself bears a name of its own.
    const event = { ...told, run: this.run };
    if (isProgress(event)) {
      const now = this.clock.ticks();
      if (now - this.#progressAt < PROGRESS_EVERY_MS) {
        this.#heldBack = event;
        return;
      }
      this.#progressAt = now;
    } else if (this.#heldBack) this.#add(this.#heldBack);
    this.#heldBack = undefined;
    this.#add(event);
  }

  /** Asks the person at the page; resolves with the answer, rejects with the signal's reason when the run is stopped. */
  async ask(wanted: Omit<Question, 'id'>): Promise<AnswerValue> {
    this.signal.throwIfAborted();
    const question = { ...wanted, id: randomUUID() };
    const { promise, resolve, reject } = Promise.withResolvers<AnswerValue>();
    const onAbort = (): void => reject(this.signal.reason);
    this.signal.addEventListener('abort', onAbort, { once: true });
    this.#questions = [...this.#questions, { question, answer: resolve }];
    this.tell({ type: 'question.asked', question });
    try {
      return await promise;
    } finally {
      this.signal.removeEventListener('abort', onAbort);
      this.#questions = this.#questions.filter((open) => open.question.id !== question.id);
      this.tell({ type: 'question.closed', question: question.id });
    }
  }

  /** Throws `page.no-question`, and `page.wrong-answer` when something else was to be typed. */
  answer(id: string, value: AnswerValue): void {
    const open = this.#questions.find(({ question }) => question.id === id);
    if (!open) throw new PageError('page.no-question', 'no such question');
    const { typed } = open.question;
    // `false` is no, to whatever was asked.
    if (typed !== null && value !== false && !(typeof value === 'string' && isTypedAs(value, typed)))
      throw new PageError('page.wrong-answer', 'typed something else');
    open.answer(value);
  }

  /** Ends the run cleanly; its last events tell how. */
  cancel(): void {
    this.#controller.abort(new DOMException('stopped at the page', 'AbortError'));
  }

  /** Everything is told: closes the stream and waits until the record is written. */
  async end(): Promise<void> {
    if (this.#heldBack) this.#add(this.#heldBack);
    this.#heldBack = undefined;
    this.log.close();
    await this.#recorded;
    await this.#recorder?.[Symbol.asyncDispose]();
  }

  #add(event: RunHappening): void {
    this.#standing = advance(this.#standing, event);
    const numbered = this.log.add(event);
    const recorder = this.#recorder;
    // A question names the phone, and nobody can answer it any more once this process is gone.
    const isKept = event.type !== 'question.asked' && event.type !== 'question.closed';
    // A record that cannot be kept is given up by the recorder itself: this never rejects.
    if (recorder && isKept) this.#recorded = this.#recorded.then(() => recorder.record(numbered));
  }
}

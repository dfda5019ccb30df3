import type { MessagePort } from 'node:worker_threads';
import type { Facts } from '../../kit/errors.ts';
import type { QuestionKind, Questions } from './questions.ts';

/** A question on its way to the thread that reads; the answer comes through the port. */
export interface Question<K extends QuestionKind> {
  readonly kind: K;
  readonly ask: Questions[K]['ask'];
  readonly port: MessagePort;
}

export type Reply<K extends QuestionKind> =
  | { readonly ok: true; readonly answer: Questions[K]['answer'] }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly facts: Facts };

/** Asks the thread to release what it holds and to end. */
export const END = 'end';

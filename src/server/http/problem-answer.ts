import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Exit, exitCodeOf } from '../../app/exit-codes.ts';
import { type Code, codeOf, wordsOf } from '../../app/words.ts';
import type { Problem, ProblemAnswer } from '../contract/problem.ts';

const STATUS: ReadonlyMap<string, ContentfulStatusCode> = new Map<Code, ContentfulStatusCode>([
  ['page.no-key', 401],
  ['page.wrong-door', 403],
  ['page.outside', 403],
  ['folder.forbidden', 403],
  ['page.unknown', 404],
  ['page.no-report', 404],
  ['page.no-virtual', 404],
  ['run.unknown', 404],
  ['backup.none-here', 404],
  ['page.phone-busy', 409],
  ['page.backup-busy', 409],
  ['page.no-question', 409],
  ['page.too-large', 413],
  ['page.not-json', 415],
  ['page.not-understood', 400],
  ['page.no-destination', 400],
  ['page.ending', 503],
  ['archive.wrong-password', 403],
  ['archive.password-needed', 403],
]);

/** A failure in words, with the status that fits. */
export function problemAnswer(context: Context, thrown: unknown): Response {
  const problem = problemOf(thrown);
  const answer: ProblemAnswer = { problem };
  return context.json(answer, STATUS.get(problem.code) ?? usualStatus(thrown));
}

export function problemOf(thrown: unknown): Problem {
  const { what, safe, next } = wordsOf(thrown);
  return { code: codeOf(thrown), what, safe, next };
}

function usualStatus(thrown: unknown): ContentfulStatusCode {
  const exit = exitCodeOf(thrown);
  if (exit === Exit.usage) return 400;
  return exit === Exit.failed && codeOf(thrown) === 'internal' ? 500 : 409;
}

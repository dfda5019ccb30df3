import { z } from 'zod';

/** What went wrong, in words from app/words: what happened, what is safe, the one next step. `code` is stable. */
export const problemSchema = z.object({
  code: z.string(),
  what: z.string(),
  safe: z.string(),
  next: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The body of every answer that is not 2xx. */
const problemAnswerSchema = z.object({ problem: problemSchema });
export type ProblemAnswer = z.infer<typeof problemAnswerSchema>;

/** The body of an answer that has nothing to say. */
const doneSchema = z.object({ done: z.boolean() });
export type Done = z.infer<typeof doneSchema>;

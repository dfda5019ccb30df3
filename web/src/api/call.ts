import type { Problem } from '../../../src/server/contract/problem.ts';

/** The server answered that it cannot, and says why in words. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem.what);
    this.problem = problem;
    this.status = status;
  }
}

/** Nobody answers: the server is gone, or was started anew on another port. */
export class ServerGoneError extends Error {
  override readonly name = 'ServerGoneError';
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Asks the server; `Answer` is the type its contract gives this route.
 * @throws ProblemError with the server's words, ServerGoneError when nobody answers
 */
export async function call<Answer>(
  method: Method,
  path: `/api/${string}`,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  }).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown;
    throw new ServerGoneError('The server does not answer.', { cause: thrown });
  });
  if (!response.ok) throw new ProblemError(await problemOf(response), response.status);
  return response.json();
}

async function problemOf(response: Response): Promise<Problem> {
  const answer: { readonly problem?: Problem } = await response.json().catch(() => ({}));
  return (
    answer.problem ?? {
      code: `http.${response.status}`,
      what: 'Thaw could not answer.',
      safe: 'Nothing was changed.',
      next: 'Try again.',
    }
  );
}

import { z } from 'zod';
import { readServerFile } from '../../app/server-file.ts';

const tokenSchema = z.object({ token: z.string().min(40) });
/** On this very computer an answer takes milliseconds. */
const ANSWER_MS = 3_000;

/** The address that opens the page of a server that runs already; undefined when none does. */
export async function ringRunningServer(): Promise<string | undefined> {
  const server = await readServerFile();
  if (!server) return undefined;
  const { origin, bell } = server;
  try {
    const answer = await fetch(`${origin}/bell`, {
      method: 'POST',
      headers: { origin, authorization: `Bearer ${bell}` },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const { token } = tokenSchema.parse(await answer.json());
    return `${origin}/?token=${token}`;
  } catch {
    // Gone, or another program has its port now: it was shown a bell that rings nowhere any more.
    return undefined;
  }
}

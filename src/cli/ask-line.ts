import { createInterface } from 'node:readline/promises';

/** Asks on the terminal for a line; '' where nobody can be asked. Rejects with an AbortError on Ctrl-C. */
export async function askLine(question: string, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return '';
  const left = new AbortController();
  const leave = (): void => left.abort(new DOMException('interrupted', 'AbortError'));
  using lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once('SIGINT', leave).once('close', leave);
  const typed = await lines.question(question, { signal: AbortSignal.any([signal, left.signal]) });
  return typed.trim();
}

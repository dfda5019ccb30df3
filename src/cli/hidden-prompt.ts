import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks on the terminal and shows nothing of the answer. Rejects with an AbortError on Ctrl-C and Ctrl-D. */
export async function askHidden(question: string): Promise<string> {
  const left = new AbortController();
  const leave = (): void => left.abort(new DOMException('interrupted', 'AbortError'));
  // Line editing needs somewhere to echo to: here, nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  using lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  lines.once('SIGINT', leave).once('close', leave);
  process.stderr.write(question);
  try {
    return await lines.question('', { signal: left.signal });
  } finally {
    process.stderr.write('\n');
  }
}

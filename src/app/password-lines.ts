import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ThawError } from '../kit/errors.ts';

/** Nobody's passwords are longer than this together. */
const MAX_BYTES = 64 * 1024;

/** The lines that wait in a file descriptor this process was started with. Rejects with `usage` when it cannot be read. */
export async function readPasswordLines(descriptor: number): Promise<string[]> {
  const stream = createReadStream('', { fd: descriptor, end: MAX_BYTES });
  try {
    return (await text(stream)).split(/\r?\n/);
  } catch (cause) {
    const message = `File descriptor ${descriptor} cannot be read: it is opened as in --password-fd 3 3<FILE.`;
    throw new ThawError('usage', message, { cause, facts: { message } });
  }
}

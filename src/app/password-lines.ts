import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';

/** Nobody's passwords are longer than this together. */
const MAX_BYTES = 64 * 1024;

/** The lines that wait in a file descriptor this process was started with. */
export async function readPasswordLines(descriptor: number): Promise<string[]> {
  const stream = createReadStream('', { fd: descriptor, end: MAX_BYTES });
  return (await text(stream)).split(/\r?\n/);
}

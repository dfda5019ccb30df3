import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PIECE = Buffer.alloc(1024 * 1024, 1);

/** Memory that is given back to the system at `release`, to be used by whoever needs some next. */
export interface ReadyMemory extends AsyncDisposable {
  release(): void;
}

/**
 * Takes memory for what a program is about to write. A virtual machine gives memory that lies free for two seconds back
 * to its host, and getting 2 GB again costs up to six seconds, whoever asks for it: a dozen times what writing costs. So
 * a file holds it until the program has begun to write, and every run finds the machine as warm as any other.
 */
export async function readyMemory(path: string, bytes: number): Promise<ReadyMemory> {
  const pieces = Math.ceil(bytes / PIECE.length);
  await pipeline(Readable.from(Array.from({ length: pieces }, () => PIECE)), createWriteStream(path));
  let gone: Promise<void> | undefined;
  const release = (): Promise<void> => (gone ??= unlink(path));
  return { release: () => void release(), [Symbol.asyncDispose]: release };
}

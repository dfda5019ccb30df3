import type { ByteReader } from '../../kit/byte-reader.ts';
import { BlockCode, MAX_NAME_BYTES } from '../../wire/devicelink/parts.ts';
import { WireError } from '../../wire/errors.ts';

/** Takes in one file of a download. */
export interface Receiver {
  data(bytes: Buffer): void;
  /** All of it came. */
  end(): void;
  /** The computer could not read it, or stopped before it. */
  failed(text: string): void;
}

/**
 * Reads the raw parts with which a computer answers DLMessageDownloadFiles, as Apple's daemon does: one whole block in
 * memory at a time. `tooLarge` is told of a block beyond what the daemon may hold, and throws.
 */
export async function readParts(
  reader: ByteReader,
  receiverOf: (path: string) => Receiver,
  limit: { readonly bytes: number; readonly tooLarge: (bytes: number) => never },
  signal: AbortSignal,
): Promise<void> {
  const number = async (): Promise<number> =>
    (reader.take(4) ?? (await reader.read(4, signal))).readUInt32BE(0);
  for (let length = await number(); length !== 0; length = await number()) {
    if (length > MAX_NAME_BYTES) throw outOfStep(length);
    const receiver = receiverOf((await reader.read(length, signal)).toString());
    for (let more = true; more; ) {
      const size = await number();
      if (size > limit.bytes + 1) limit.tooLarge(size);
      if (size === 0) throw outOfStep(size);
      const block = reader.take(size) ?? (await reader.read(size, signal));
      more = take(block, receiver);
    }
  }
}

/** False when the file is over. */
function take(block: Buffer, receiver: Receiver): boolean {
  switch (block[0]) {
    case BlockCode.data:
      receiver.data(block.subarray(1));
      return true;
    case BlockCode.end:
      receiver.end();
      return false;
    default:
      receiver.failed(block.toString('utf8', 1));
      return false;
  }
}

function outOfStep(length: number): WireError {
  return new WireError('wire.devicelink', `a part of ${length} bytes: the stream is out of step`, {
    facts: { length },
  });
}

/**
 * The raw parts between DeviceLink messages, both ways big-endian: a name is u32be length and its bytes; a block
 * is u32be length, one code byte, and length - 1 bytes. (libimobiledevice tools/idevicebackup2.c.)
 */
export const BlockCode = {
  end: 0x00,
  /** The computer could not read a file it was asked for. */
  localError: 0x06,
  /** The phone could not read a file it was to send. */
  remoteError: 0x0b,
  data: 0x0c,
} as const;

/**
 * Data bytes in one block. Apple's host sends no more, and the phone's daemon holds a whole block in memory:
 * blocks of megabytes got it killed on phones with a large Manifest.db.
 */
export const BLOCK_DATA_BYTES = 32768;

/** Names longer than this end the conversation in every client. */
export const MAX_NAME_BYTES = 4096;

const END = Buffer.from([0, 0, 0, 1, BlockCode.end]);
const NO_MORE_FILES = Buffer.alloc(4);

export function nameBlock(name: string): Buffer {
  const bytes = Buffer.from(name);
  const block = Buffer.allocUnsafe(4 + bytes.length);
  block.writeUInt32BE(bytes.length, 0);
  bytes.copy(block, 4);
  return block;
}

/** The five bytes before `length` bytes of data. */
export function dataHeader(length: number): Buffer {
  const header = Buffer.allocUnsafe(5);
  header.writeUInt32BE(length + 1, 0);
  header[4] = BlockCode.data;
  return header;
}

export function errorBlock(
  code: typeof BlockCode.localError | typeof BlockCode.remoteError,
  text: string,
): Buffer {
  const bytes = Buffer.from(text);
  const block = Buffer.allocUnsafe(5 + bytes.length);
  block.writeUInt32BE(bytes.length + 1, 0);
  block[4] = code;
  bytes.copy(block, 5);
  return block;
}

/** The end of one file. */
export function endBlock(): Buffer {
  return END;
}

/** In place of a name: the batch is over. */
export function noMoreFiles(): Buffer {
  return NO_MORE_FILES;
}

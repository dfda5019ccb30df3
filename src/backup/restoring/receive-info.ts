import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import { PartParser } from '../../wire/devicelink/part-parser.ts';
import { BlockCode } from '../../wire/devicelink/parts.ts';
import { STATUS_OK, STATUS_UNKNOWN, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { RestoreFiles } from './restore-files.ts';

/** Info.plist holds icons and purchases of all apps; it is some megabytes. */
const MAX_INFO_BYTES = 64 * 1024 * 1024;

/**
 * The one thing a phone sends in a restore: the Info.plist of the copy that was made of its own backup, with the copy's
 * name in it. Anything else is read to its end, so that the stream stays in step, and refused.
 */
export async function receiveInfo({ link, copy }: RestoreFiles): Promise<void> {
  const arrived: { path: string; bytes: Buffer }[] = [];
  let current: { path: string; pieces: Buffer[]; bytes: number } | undefined;
  const parser = new PartParser(2, {
    file: ([, path = '']) => {
      current = { path, pieces: [], bytes: 0 };
    },
    data: (piece) => {
      if (!current) return;
      current.bytes += piece.length;
      if (current.bytes <= MAX_INFO_BYTES) current.pieces.push(piece);
    },
    end: (code) => {
      if (current && code === BlockCode.end && current.bytes <= MAX_INFO_BYTES)
        arrived.push({ path: current.path, bytes: Buffer.concat(current.pieces) });
      current = undefined;
    },
  });
  await link.feed(parser);
  const [info, more] = arrived;
  if (!copy || !info || more) return await link.answer(STATUS_UNKNOWN, 'Operation not supported');
  try {
    await copy.replaceInfo(info.path, info.bytes);
    await link.answer(STATUS_OK);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === undefined) throw thrown;
    await link.answer(statusOfSystemCode(code), messageOf(thrown));
  }
}

import {
  AfcOperation,
  type AfcPacket,
  AfcStatus,
  afcNumbers,
  encodeAfcPacket,
  readAfcPacket,
} from '../../wire/afc.ts';
import type { ServiceContext } from '../service.ts';
import type { FileTree } from './file-tree.ts';
import { OpenFiles } from './open-files.ts';
import { type AfcSession, operations } from './operations.ts';
import { AfcRefusal } from './refusal.ts';

/** Answers AFC packets on a folder tree until the computer hangs up. */
export async function serveAfc({ phone, channel, signal }: ServiceContext, tree: FileTree): Promise<void> {
  using files = new OpenFiles(tree);
  const session: AfcSession = { phone, tree, files };
  for (;;) {
    const packet = await readAfcPacket(channel.reader, signal);
    await phone.responsive(signal);
    await channel.write(answer(session, packet));
  }
}

function answer(session: AfcSession, packet: AfcPacket): Buffer {
  const { number } = packet;
  const operate = operations.get(packet.operation);
  try {
    if (!operate) throw new AfcRefusal(AfcStatus.notSupported);
    const result = operate(session, packet);
    return result ? encodeAfcPacket({ number, ...result }) : status(number, AfcStatus.ok);
  } catch (error) {
    if (!(error instanceof AfcRefusal)) throw error;
    return status(number, error.status);
  }
}

function status(number: bigint, code: number): Buffer {
  return encodeAfcPacket({ number, operation: AfcOperation.status, data: afcNumbers(code) });
}

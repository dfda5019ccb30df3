import { WireError } from '../../../wire/errors.ts';
import { protoBytes, protoFields, protoText } from '../../../wire/protobuf.ts';
import type { Tapback } from '../conversations/message.ts';
import { addressOf } from './chat-storage.ts';

/** A group may have a thousand members; nobody reads more. */
const MAX_REACTIONS = 2000;

/**
 * The reactions to a message, which stand in its receipt (ZWAMESSAGEINFO.ZRECEIPTINFO, protobuf): field 7, in it one field 1
 * for each person (2: their id, 3: the emoji) and a field 2 for one's own (2: the emoji). WhatsApp documents none of this;
 * several readers of it agree. One that was taken back has no emoji. None where the receipt cannot be read.
 */
export function reactionsIn(receipt: Uint8Array | undefined): readonly Tapback[] {
  if (!receipt) return [];
  try {
    const reactions = protoBytes(receipt, 7);
    return reactions ? [...tapbacksOf(reactions)] : [];
  } catch (thrown) {
    if (thrown instanceof WireError) return [];
    throw thrown;
  }
}

function* tapbacksOf(reactions: Uint8Array): Generator<Tapback> {
  let count = 0;
  for (const { number, value } of protoFields(reactions)) {
    if (!(value instanceof Uint8Array) || (number !== 1 && number !== 2)) continue;
    const fromMe = number === 2;
    const mark = protoText(value, fromMe ? 2 : 3);
    const sender = fromMe ? undefined : protoText(value, 2);
    if (!mark) continue;
    yield { mark, fromMe, sender: sender && addressOf(sender) };
    count += 1;
    if (count === MAX_REACTIONS) return;
  }
}

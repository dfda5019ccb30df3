import type { Duplex } from 'node:stream';
import { Channel } from '../kit/channel.ts';
import { asDict, maybeStringIn } from '../wire/plist/access.ts';
import { encodeFrame, readFrame } from '../wire/plist-frame.ts';

/**
 * What answers on lockdownd's port while the phone is being restored: it says that it is another, and takes no sessions.
 */
export async function restored(stream: Duplex, signal: AbortSignal): Promise<void> {
  const channel = new Channel(stream);
  for (;;) {
    const name = maybeStringIn(asDict(await readFrame(channel.reader, { signal })), 'Request');
    const answer =
      name === 'QueryType'
        ? { Request: name, Type: 'com.apple.mobile.restored', RestoreProtocolVersion: 15 }
        : { Request: name, Error: 'InvalidRequest' };
    await channel.write(encodeFrame(answer, 'xml'));
  }
}

import { maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistConnection } from '../plist-connection.ts';

export const HEARTBEAT_SERVICE = 'com.apple.mobile.heartbeat';

/** Answers every beat of the phone until it says that it goes to sleep (`SleepyTime`), or the connection breaks. */
export async function answerHeartbeat(connection: PlistConnection, signal: AbortSignal): Promise<void> {
  for (;;) {
    const beat = await connection.receive(signal);
    if (maybeStringIn(beat, 'Command') !== 'Marco') return;
    await connection.send({ Command: 'Polo' });
  }
}

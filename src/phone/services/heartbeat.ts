import { maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistConnection } from '../plist-connection.ts';

export const HEARTBEAT_SERVICE = 'com.apple.mobile.heartbeat';

/** Answers every beat of the phone until it says that it goes to sleep (`SleepyTime`). Rejects when the connection breaks. */
export async function answerHeartbeat(
  connection: PlistConnection,
  signal: AbortSignal,
): Promise<'asleep' | 'ended'> {
  for (;;) {
    const command = maybeStringIn(await connection.receive(signal), 'Command');
    if (command === 'SleepyTime') return 'asleep';
    if (command !== 'Marco') return 'ended';
    await connection.send({ Command: 'Polo' });
  }
}

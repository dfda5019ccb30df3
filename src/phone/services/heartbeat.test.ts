import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { Channel } from '../../kit/channel.ts';
import { systemClock } from '../../kit/clock.ts';
import { PlistConnection } from '../plist-connection.ts';
import { answerHeartbeat } from './heartbeat.ts';

test('every Marco gets its Polo, until the phone says that it goes to sleep', async (t) => {
  const [ours, theirs] = duplexPair();
  await using connection = new PlistConnection(new Channel(ours), systemClock);
  await using phone = new PlistConnection(new Channel(theirs), systemClock);
  const answering = answerHeartbeat(connection, t.signal);
  for (let beat = 0; beat < 3; beat += 1) {
    const answer = await phone.ask({ Command: 'Marco', Interval: 10, SupportsSleepyTime: true }, t.signal);
    assert.deepEqual(answer, new Map([['Command', 'Polo']]));
  }
  await phone.send({ Command: 'SleepyTime' });
  assert.equal(await answering, 'asleep');
});

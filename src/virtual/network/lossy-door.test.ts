import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { measureLatency } from '../../host/network/latency.ts';
import { systemClock } from '../../kit/clock.ts';
import { openLossyDoor } from './lossy-door.ts';

test('a line that loses packets, and is well again', {
  skip: process.platform === 'linux' ? false : 'other kernels have other queues',
}, async (t) => {
  const server = createServer((socket) => socket.on('error', () => undefined).end());
  t.after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  await using door = await openLossyDoor(address.port);
  const line = () => measureLatency({ host: '127.0.0.1', port: door.port, count: 8 }, systemClock);
  // The door's thread looks at its orders between two sleeps.
  const becomes = async (isSo: (loss: number) => boolean): Promise<void> => {
    while (!isSo((await line())?.loss ?? 1)) t.signal.throwIfAborted();
  };
  await becomes((loss) => loss === 0);
  door.lose(true);
  await becomes((loss) => loss > 0 && loss < 1);
  door.lose(false);
  await becomes((loss) => loss === 0);
});

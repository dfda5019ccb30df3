import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../kit/clock.ts';
import type { DoorOrders } from './lossy-door.ts';

/** Longer than the second after which a lost first packet is sent again. */
const ASLEEP_MS = 1200;
/** Enough to pass on what waits. */
const AWAKE_MS = 80;
/** Connections that the kernel takes while nobody is awake. */
const FEW = 2;
const MANY = 500;

const { to, losing }: DoorOrders = workerData;

function passOn(socket: Socket): void {
  const inside = connect({ host: '127.0.0.1', port: to });
  // However one end leaves, the other learns of it.
  pipeline(socket, inside, socket, () => undefined);
}

async function listening(port: number, backlog: number): Promise<Server> {
  const server = createServer(passOn).listen(port, '127.0.0.1', backlog);
  await once(server, 'listening');
  return server;
}

let server = await listening(0, MANY);
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
parentPort?.postMessage(port);

for (let before = 0; ; ) {
  await systemClock.sleep(AWAKE_MS);
  const now = Atomics.load(losing, 0);
  if (now !== before) {
    before = now;
    server.close();
    server = await listening(port, now === 0 ? MANY : FEW);
  }
  Atomics.wait(losing, 0, 1, ASLEEP_MS);
}

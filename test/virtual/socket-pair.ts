import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Two ends of one connection, over the loopback: unlike a pair of streams in memory it copies what it is given. */
export async function socketPair(): Promise<[Socket, Socket]> {
  const { promise, resolve } = Promise.withResolvers<Socket>();
  const server = createServer(resolve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const near = connect(address.port, '127.0.0.1');
  const far = await promise;
  server.close();
  return [near, far];
}

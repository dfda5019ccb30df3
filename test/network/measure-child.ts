import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { detours } from '../../src/host/network/detour.ts';
import { measureLatency } from '../../src/host/network/latency.ts';
import { measureUpload } from '../../src/host/network/upload.ts';
import { systemClock } from '../../src/kit/clock.ts';

// Run inside a network of its own: measures that network, and prints what it found as JSON.

/** Its own packets are none of those that are lost: see UNEVEN in real-network.test.ts. */
const EVEN_PORT = 4446;

async function portOf(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function measure(what: string): Promise<unknown> {
  if (what === 'detours') return await detours(AbortSignal.timeout(20_000));
  if (what === 'latency') {
    const server = createServer((socket) => socket.on('error', () => undefined).end());
    const port = await portOf(server, EVEN_PORT);
    return await measureLatency({ host: '127.0.0.1', port, count: 16 }, systemClock);
  }
  const port = await portOf(
    createHttpServer((request, response) => request.resume().on('end', () => response.end())),
  );
  return await measureUpload({ url: `http://127.0.0.1:${port}/`, milliseconds: 1500 }, systemClock);
}

process.stdout.write(JSON.stringify((await measure(process.argv[2] ?? '')) ?? null));
process.exit(0);

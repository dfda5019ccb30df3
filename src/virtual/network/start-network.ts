import { once } from 'node:events';
import { createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import type { Clock } from '../../kit/clock.ts';
import { certificateBy } from './certificates.ts';
import { openLossyDoor } from './lossy-door.ts';
import { startNameServer } from './name-server.ts';
import type { NetworkTrouble, Surroundings } from './surroundings.ts';
import { webPages } from './web-pages.ts';

/** A stand-in for the Internet and for Apple's part of it, and where each piece of it is. */
export interface RunningNetwork extends AsyncDisposable {
  /** What `THAW_NETWORK` is to say. */
  readonly places: object;
  /** PEM: whom to trust, for that these certificates count as Apple's. */
  readonly authority: string;
}

/** What keeps Apple's hosts, and them alone, from being reached. */
const SHUT: readonly NetworkTrouble[] = ['no-way', 'portal', 'hosts-refused'];

/** Starts local servers for these hosts; they behave as the surroundings say, from moment to moment. */
export async function startNetwork(
  hosts: { readonly apple: readonly string[]; readonly others: readonly string[] },
  surroundings: Surroundings,
  clock: Clock,
): Promise<RunningNetwork> {
  await using stack = new AsyncDisposableStack();
  const all = [...hosts.apple, ...hosts.others];
  const honest = await certificateBy('Apple Inc.', all);
  const resealed = await certificateBy('Example Web Filter', all);
  const contexts = { honest: createSecureContext(honest), resealed: createSecureContext(resealed) };
  const secure = createTlsServer({
    ...honest,
    SNICallback: (_, done) =>
      done(null, surroundings.has('hosts-resealed') ? contexts.resealed : contexts.honest),
  }).on('tlsClientError', () => undefined);
  const front = createPlainServer((socket) => {
    socket.on('error', () => undefined);
    if (SHUT.some((trouble) => surroundings.has(trouble))) socket.destroy();
    else secure.emit('connection', socket);
  });
  const control = createPlainServer((socket) => {
    socket.on('error', () => undefined);
    if (surroundings.has('no-way')) socket.destroy();
    else secure.emit('connection', socket);
  });
  const [apple, others, web] = await Promise.all(
    [front, control, webPages(surroundings, clock)].map(async (server) => {
      const port = await listening(server);
      stack.defer(() => closed(server));
      return port;
    }),
  );
  const door = stack.use(await openLossyDoor(apple ?? 0));
  stack.use(surroundings.changed.subscribe(() => door.lose(surroundings.has('lossy'))));
  door.lose(surroundings.has('lossy'));
  const own = stack.use(
    await startNameServer((name) => {
      if (surroundings.has('names-silent') || surroundings.has('no-way')) return 'silent';
      return surroundings.has('names-hidden') && name.endsWith('icloud.com') ? 'hidden' : 'address';
    }),
  );
  const elsewhere = stack.use(
    await startNameServer(() => (surroundings.has('no-way') ? 'silent' : 'address')),
  );
  const page = (path: string): string => `http://127.0.0.1:${web}/${path}`;
  const release = stack.move();
  return {
    authority: honest.cert,
    places: {
      instead: {
        ...Object.fromEntries(hosts.apple.map((host) => [host, `127.0.0.1:${door.port}`])),
        ...Object.fromEntries(hosts.others.map((host) => [host, `127.0.0.1:${others}`])),
      },
      resolver: own.address,
      otherResolvers: [elsewhere.address],
      captivePage: page('hotspot-detect.html'),
      status: page('status'),
      statusFreshMinutes: 0,
      upload: page('upload'),
    },
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  };
}

const connected = new WeakMap<Server, Set<Socket>>();

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  connected.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function closed(server: Server): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  for (const socket of connected.get(server) ?? []) socket.destroy();
  await ended;
}

import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { readPageFiles } from '../app/page-files.ts';
import { backupId } from '../app/places/found-backup.ts';
import { stateFolder } from '../app/state-folder.ts';
import type { Clock } from '../kit/clock.ts';
import { Shelf } from './backups/shelf.ts';
import { OpenedBackups } from './browse/opened-backups.ts';
import type { Desk } from './desk.ts';
import { newBell } from './door/entrance.ts';
import type { Place } from './door/guard.ts';
import { Keys } from './door/keys.ts';
import { Pairings } from './phones/pairings.ts';
import { PhonePlaces, type VirtualIphones } from './phones/phone-places.ts';
import { PhoneWatch } from './phones/phone-watch.ts';
import { routes } from './routes.ts';
import { PastRuns } from './runs/past-runs.ts';
import { Runs } from './runs/runs.ts';

const LOOPBACK = '127.0.0.1';

/** Whoever sends slower than this, or more, is no browser with our page. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;
const MOST_CONNECTIONS = 200;

export interface ServerOptions {
  readonly clock: Clock;
  /** 0, or nothing: a free one. */
  readonly port?: number | undefined;
  /** Where usbmuxd listens, if not where the environment or the system says. */
  readonly usbmuxd?: string | undefined;
  /** What starts virtual iPhones; without it there are none. */
  readonly virtual?: VirtualIphones | undefined;
  /** The folder that holds backups, instead of the one in the settings. */
  readonly destination?: string | undefined;
}

/** The page's server at work; disposing it ends all runs cleanly, then every connection. */
export interface RunningServer extends AsyncDisposable {
  readonly origin: string;
  /** What another start of Thaw rings with, to be kept where only this person reads. */
  readonly bell: string;
  /** How many runs are at work, to be asked about before ending. */
  runsAtWork(): number;
  /** A new address that opens the page once. */
  newAddress(): string;
}

/** Starts the server on this computer's loopback, and nowhere else. Rejects with the system's error when it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  await using starting = new AsyncDisposableStack();
  const life = new AbortController();
  const { clock, virtual, usbmuxd, destination } = options;
  const places = starting.use(new PhonePlaces(clock, usbmuxd));
  const opened = starting.use(new OpenedBackups(clock));
  const runs = new Runs(clock);
  const virtualFolder = join(stateFolder(), 'virtual');
  const desk: Desk = {
    ...{ clock, life: life.signal, places, opened, runs, virtual, virtualFolder },
    givenDestination: destination,
    watch: new PhoneWatch(places, clock, (udid) => runs.ofPhone(udid) !== undefined),
    pairings: new Pairings(),
    past: new PastRuns(backupId),
    shelf: new Shelf(virtualFolder, destination),
  };
  const keys = new Keys();
  const bell = newBell();
  let place: Place = placeAt(0);
  const app = routes(desk, { keys, bell, place: () => place }, await readPageFiles());
  const server = createServer(
    LIMITS,
    getRequestListener(app.fetch, { hostname: LOOPBACK, overrideGlobalObjects: false }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  place = placeAt(await listen(server, options.port ?? 0));
  starting.defer(() => close(server));
  starting.defer(() => life.abort());
  starting.defer(() => runs.end());
  const running = starting.move();
  return {
    origin: place.origin,
    bell,
    runsAtWork: () => runs.atWork.length,
    newAddress: () => `${place.origin}/?token=${keys.mintToken()}`,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

function placeAt(port: number): Place {
  const host = `${LOOPBACK}:${port}`;
  return { port, host, origin: `http://${host}` };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

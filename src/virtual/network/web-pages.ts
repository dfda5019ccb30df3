import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../kit/clock.ts';
import type { Surroundings } from './surroundings.ts';

const SUCCESS = '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>';
const WELCOME = '<html><title>Guests’ Wi-Fi</title><body>Please agree to our terms.</body></html>';
/** 80 kB a second: what a bad DSL line sends. */
const NARROW_PAUSE_MS = 800;

/** Pages that a look at the network asks for: Apple's test page, Apple's System Status, a place that takes uploads. */
export function webPages(surroundings: Surroundings, clock: Clock): Server {
  return createServer((request, response) => {
    response.on('error', () => undefined);
    if (surroundings.has('no-way')) return void request.socket.destroy();
    if (surroundings.has('portal') && request.url !== '/upload') return void response.end(WELCOME);
    if (request.url === '/status') return void response.end(statusOf(surroundings, clock));
    if (request.url === '/upload') return void take(request, response, surroundings, clock);
    response.end(SUCCESS);
  });
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  surroundings: Surroundings,
  clock: Clock,
): Promise<void> {
  try {
    for await (const _chunk of request) if (surroundings.has('narrow')) await clock.sleep(NARROW_PAUSE_MS);
    response.end();
  } catch {
    // The sender left.
  }
}

/** In the form of Apple's document. */
function statusOf(surroundings: Surroundings, clock: Clock): string {
  const event = {
    messageId: '2000005599',
    statusType: 'Outage',
    message: 'Users are experiencing a problem with this service. ',
    datePosted: '08/18/2026 13:01 PDT',
    startDate: '08/18/2026 12:59 PDT',
    endDate: null,
    epochStartDate: clock.now().getTime(),
    epochEndDate: null,
    usersAffected: 'Some users are affected',
    affectedServices: null,
    eventStatus: 'ongoing',
  };
  const service = (serviceName: string, events: readonly object[] = []) => ({
    serviceName,
    redirectUrl: null,
    events,
  });
  return JSON.stringify({
    drMessage: null,
    services: [
      service('iCloud Backup', surroundings.has('outage') ? [event] : []),
      service('iCloud Account & Sign In'),
      service('iCloud Drive'),
      service('Photos'),
    ],
  });
}

import { Hono } from 'hono';
import type { PairAnswer, PhonesAnswer } from '../contract/phones.ts';
import type { Desk } from '../desk.ts';
import { eventStream, type ServerSentEvent } from '../http/event-stream.ts';
import { phoneCards } from './phone-cards.ts';

/** Everything below /api/phones. */
export function phoneRoutes(desk: Desk): Hono {
  const { watch, clock, life, pairings, places } = desk;
  return new Hono()
    .get('/', async (context) => {
      const answer: PhonesAnswer = await phoneCards(desk, await watch.look(context.req.raw.signal));
      return context.json(answer);
    })
    .get('/stream', (context) => eventStream(context, clock, life, (signal) => changes(desk, signal)))
    .post('/:udid/pair', async (context) => {
      const udid = context.req.param('udid');
      const waiting = await pairings.begin(udid, places.of(udid), life);
      watch.forget();
      return context.json({ waiting } satisfies PairAnswer);
    });
}

/** What is there now, and then whenever it is something else. */
async function* changes(desk: Desk, signal: AbortSignal): AsyncGenerator<ServerSentEvent> {
  let told = '';
  for await (const seen of desk.watch.changes(signal)) {
    const data = JSON.stringify(await phoneCards(desk, seen));
    if (data === told) continue;
    told = data;
    yield { event: 'phones', data };
  }
}

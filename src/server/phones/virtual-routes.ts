import { Hono } from 'hono';
import { PageError } from '../../app/page-error.ts';
import { type VirtualAnswer, virtualActSchema, virtualRequestSchema } from '../contract/phones.ts';
import type { Done } from '../contract/problem.ts';
import type { Desk } from '../desk.ts';
import { readJson } from '../http/read-json.ts';

const DONE: Done = { done: true };
/** Enough to try several at once. */
const MOST = 8;

/** Everything below /api/virtual: iPhones that are made up, marked as such everywhere. */
export function virtualRoutes({ virtual, places, watch, runs }: Desk): Hono {
  let started = 0;
  const answer = async (): Promise<VirtualAnswer> => ({
    udids: places.virtual.flatMap(({ udids }) => udids),
    scenarios: [...((await virtual?.scenarios()) ?? [])],
  });
  return new Hono()
    .get('/', async (context) => context.json(await answer()))
    .post('/', async (context) => {
      const { scenario } = await readJson(context, virtualRequestSchema);
      if (!virtual || places.virtual.length >= MOST)
        throw new PageError('page.no-virtual', 'none, or enough');
      started += 1;
      places.add(await virtual.start(scenario, started));
      watch.forget();
      return context.json(await answer());
    })
    .post('/:udid/act', async (context) => {
      const udid = context.req.param('udid');
      const act = (await readJson(context, virtualActSchema)).do;
      const phone = places.of(udid).virtual;
      if (!phone?.act(udid, act)) throw new PageError('page.no-virtual', 'no such phone or step');
      watch.forget();
      return context.json(DONE);
    })
    .delete('/', async (context) => {
      const udids = places.virtual.flatMap((phone) => phone.udids);
      for (const udid of udids) runs.ofPhone(udid)?.cancel();
      await places.removeVirtual();
      watch.forget();
      return context.json(await answer());
    });
}

import { Hono } from 'hono';
import { askApple } from '../../app/apple-status.ts';
import {
  type AdviceAnswer,
  type AppleStatus,
  adviceRequestSchema,
  type IcloudAnswer,
} from '../contract/icloud.ts';
import type { Desk } from '../desk.ts';
import { readJson } from '../http/read-json.ts';
import { icloudAdvice, icloudAnswer } from './icloud-answer.ts';

/** Everything below /api/icloud. Apple is asked only by POST …/status: that alone leaves this computer. */
export function icloudRoutes(desk: Desk): Hono {
  let apple: AppleStatus | null = null;
  return new Hono()
    .get('/:udid', async (context) => {
      const answer = await icloudAnswer(desk, context.req.param('udid'), apple, context.req.raw.signal);
      return context.json(answer satisfies IcloudAnswer);
    })
    .post('/:udid/advice', async (context) => {
      const told = await readJson(context, adviceRequestSchema);
      const answer = await icloudAdvice(desk, context.req.param('udid'), told, context.req.raw.signal);
      return context.json(answer satisfies AdviceAnswer);
    })
    .post('/:udid/status', async (context) => {
      const { services, at } = await askApple(desk.clock, context.req.raw.signal);
      apple = {
        at: at.toISOString(),
        services: services.map(({ service, state, troubles: [trouble] }) => ({
          ...{ service, state },
          message: trouble?.message ?? null,
          since: trouble?.since?.toISOString() ?? null,
        })),
      };
      return context.json(apple);
    });
}

import { release } from 'node:os';
import { Hono } from 'hono';
import { check } from '../../app/check.ts';
import { localMux } from '../../app/local-mux.ts';
import { thawVersion } from '../../app/version.ts';
import type { SystemAnswer } from '../contract/system.ts';
import type { Desk } from '../desk.ts';
import { findingOf } from '../runs/works/check-work.ts';

const PLATFORMS: ReadonlyMap<NodeJS.Platform, SystemAnswer['platform']> = new Map([
  ['linux', 'linux'],
  ['darwin', 'macos'],
  ['win32', 'windows'],
]);

/** GET /api/system: what this computer is, and what of it stands in the way. */
export function systemRoutes({ places, clock, virtual }: Desk): Hono {
  return new Hono().get('/', async (context) => {
    const { signal } = context.req.raw;
    const mux = localMux(clock, places.own.usbmuxd);
    const usbmuxd = await mux.devices(signal).then(
      () => true,
      () => false,
    );
    const { findings } = await check({ mux, clock }, signal);
    const answer: SystemAnswer = {
      platform: PLATFORMS.get(process.platform) ?? 'other',
      version: release(),
      thaw: await thawVersion(),
      usbmuxd,
      virtual: virtual !== undefined,
      computerProblems: findings.filter(({ standing }) => standing !== 'fine').map(findingOf),
    };
    return context.json(answer);
  });
}

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { PageError } from '../app/page-error.ts';
import type { PageFile } from '../app/page-files.ts';
import { backupRoutes } from './backups/backup-routes.ts';
import type { Desk } from './desk.ts';
import { entrance } from './door/entrance.ts';
import { fromOurPage, type Place, sameOriginOnly, withKey } from './door/guard.ts';
import type { Keys } from './door/keys.ts';
import { ownUserOnly } from './door/own-user.ts';
import { safeHeaders } from './http/headers.ts';
import { problemAnswer } from './http/problem-answer.ts';
import { icloudRoutes } from './icloud/icloud-routes.ts';
import { pageRoutes } from './page/page-routes.ts';
import { phoneRoutes } from './phones/phone-routes.ts';
import { virtualRoutes } from './phones/virtual-routes.ts';
import { runRoutes } from './runs/run-routes.ts';
import { destinationRoutes } from './settings/destination-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { systemRoutes } from './system/system-routes.ts';

export interface Door {
  readonly keys: Keys;
  /** What another start of Thaw rings with. */
  readonly bell: string;
  readonly place: () => Place;
}

/** Everything the server answers: first the door, then the page's files and what the page asks. */
export function routes(
  desk: Desk,
  { keys, bell, place }: Door,
  files: readonly PageFile[],
): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono()
    .use(sameOriginOnly())
    .route('/phones', phoneRoutes(desk))
    .route('/virtual', virtualRoutes(desk))
    .route('/runs', runRoutes(desk))
    .route('/backups', backupRoutes(desk))
    .route('/', destinationRoutes(desk))
    .route('/icloud', icloudRoutes(desk))
    .route('/settings', settingsRoutes())
    .route('/system', systemRoutes(desk))
    .all('/*', () => {
      throw new PageError('page.unknown', 'no such route');
    });
  return new Hono<{ Bindings: HttpBindings }>()
    .use(safeHeaders())
    .use(ownUserOnly())
    .use(fromOurPage(place))
    .route('/', entrance(keys, place, bell))
    .use(withKey(keys, place))
    .route('/api', api)
    .route('/', pageRoutes(files))
    .onError((thrown, context) => problemAnswer(context, thrown))
    .notFound((context) => problemAnswer(context, new PageError('page.unknown', 'nothing here')));
}

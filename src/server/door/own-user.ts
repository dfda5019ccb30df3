import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { isOtherUser } from '../../app/other-user.ts';
import { PageError } from '../../app/page-error.ts';

/**
 * Turns other users of this computer away, whatever key they show: a cookie goes to every port of an address, so that a
 * server of theirs might come to see it. Where the system does not tell who it is, the key decides alone.
 */
export function ownUserOnly(): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const known = new WeakMap<Socket, Promise<boolean>>();
  return async (context, next) => {
    const { socket } = context.env.incoming;
    const other = known.get(socket) ?? isOtherUser(socket.remotePort ?? 0, socket.localPort ?? 0);
    known.set(socket, other);
    if (await other) throw new PageError('page.wrong-door', 'another user of this computer');
    await next();
  };
}

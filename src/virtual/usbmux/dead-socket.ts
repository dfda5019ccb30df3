import { lstat, rm } from 'node:fs/promises';
import { connect } from 'node:net';

/** Removes a UNIX socket that nobody listens on any more; leaves alone one in use, and everything that is no socket. */
export async function removeDeadSocket(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isSocket() || (await answers(path))) return;
  await rm(path, { force: true });
}

function answers(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(path);
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

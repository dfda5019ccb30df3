import { userOfConnection } from '../host/linux/connection-user.ts';

const ROOT = 0;

/**
 * True when the system says that another user of this computer has made a connection to us; whoever is everybody (root, and
 * the relays that run as root) is not meant. False too where the system does not tell.
 */
export async function isOtherUser(theirPort: number, ourPort: number): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const user = await userOfConnection(theirPort, ourPort);
  return user !== undefined && user !== own && user !== ROOT;
}

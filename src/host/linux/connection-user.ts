import { readFile } from 'node:fs/promises';

/** Both: a program may reach an address of the old kind through a socket of the new. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'] as const;

/**
 * Which user of this computer holds the other end of a connection on its loopback, as the kernel lists it (proc_net_tcp:
 * `sl local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt uid`); undefined where it is not told.
 */
export async function userOfConnection(theirPort: number, ourPort: number): Promise<number | undefined> {
  for (const table of TABLES) {
    const text = await readFile(table, 'latin1').catch(() => '');
    for (const line of text.split('\n')) {
      const [, local = '', remote = '', , , , , uid] = line.trim().split(/\s+/);
      if (portOf(local) === theirPort && portOf(remote) === ourPort) return Number(uid);
    }
  }
  return undefined;
}

/** `0100007F:1F90` */
function portOf(address: string): number {
  return Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
}

import { randomInt } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { LOCKDOWN_PORT } from '../wire/usbmux.ts';
import { connectToPhone } from './connect.ts';
import type { VirtualPhone } from './phone.ts';
import type { WifiPorts } from './wifi.ts';

const TRIES = 5;

/**
 * The phone as an address in the network, where lockdownd listens on 62078 and services on the ports it hands out:
 * libimobiledevice connects there itself. On Linux all of 127/8 is this computer, so that every phone has an address of
 * its own; undefined where it is not, and programs must come through usbmuxd.
 */
export async function openWifiPorts(phone: VirtualPhone): Promise<(WifiPorts & AsyncDisposable) | undefined> {
  if (process.platform !== 'linux') return undefined;
  for (let attempt = 1; ; attempt += 1) {
    const host = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
    const front = new Front(phone, host);
    try {
      await front.open(LOCKDOWN_PORT, Number.POSITIVE_INFINITY);
      return front;
    } catch (error) {
      await front[Symbol.asyncDispose]();
      if (attempt === TRIES) throw error;
    }
  }
}

class Front implements WifiPorts, AsyncDisposable {
  readonly host: string;
  readonly #phone: VirtualPhone;
  readonly #servers = new Set<Server>();
  readonly #sockets = new Set<Socket>();

  constructor(phone: VirtualPhone, host: string) {
    this.host = host;
    this.#phone = phone;
  }

  async open(port: number, connections = 1): Promise<void> {
    let left = connections;
    const server = createServer({ noDelay: true }, (socket) => {
      left -= 1;
      if (left === 0) this.#close(server);
      this.#take(socket, port);
    });
    this.#servers.add(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: this.host, port }, resolve);
    });
  }

  /** A phone that is asleep or out of range takes no connection. */
  #take(socket: Socket, port: number): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    const { wifi } = this.#phone;
    const start = wifi.connected ? connectToPhone(this.#phone, wifi, port) : undefined;
    if (start) start(socket);
    else socket.destroy();
  }

  #close(server: Server): void {
    this.#servers.delete(server);
    server.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = [...this.#servers].map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
  }
}

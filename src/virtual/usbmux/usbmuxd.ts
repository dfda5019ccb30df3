import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Channel } from '../../kit/channel.ts';
import { Broadcast } from '../broadcast.ts';
import type { VirtualPhone, Way } from '../phone.ts';
import { serveClient } from './client.ts';
import { removeDeadSocket } from './dead-socket.ts';
import { PairRecords } from './pair-records.ts';

/** A phone as the computer sees it on one way; on cable and Wi-Fi at once it is two of these. */
export interface Attachment {
  readonly phone: VirtualPhone;
  readonly way: Way;
}

/** What listeners are told (protocol: Attached, Detached and Paired messages). */
export interface MuxEvent extends Attachment {
  readonly kind: 'attached' | 'detached' | 'paired';
  readonly deviceId: number;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A usbmuxd with virtual phones behind it, on a TCP port, a UNIX socket, or both. */
export class VirtualUsbmuxd implements AsyncDisposable {
  readonly buid: string;
  readonly pairRecords = new PairRecords();
  readonly events = new Broadcast<MuxEvent>();
  /** Phones the computer sees, by DeviceID. A number is never used twice. */
  readonly devices = new Map<number, Attachment>();
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #stop = new AbortController();
  #lastDeviceId = 0;

  /** @param buid how this computer calls itself to phones, an upper-case UUID */
  constructor(buid: string) {
    this.buid = buid;
  }

  /** Has the computer see a phone; it comes and goes with its cable, and with its Wi-Fi. */
  add(phone: VirtualPhone): void {
    for (const way of [phone.cable, phone.wifi]) {
      const attachment = { phone, way };
      way.changed.subscribe((connected) => (connected ? this.#attach(attachment) : this.#detach(attachment)));
      if (way.connected) this.#attach(attachment);
    }
  }

  /** Accepts programs on a TCP address; port 0 picks one. Resolves to the address in use. */
  async listenTcp({ host, port }: ListenAddress): Promise<ListenAddress> {
    const server = await this.#listen({ host, port });
    const address: AddressInfo | string | null = server.address();
    return { host, port: typeof address === 'object' && address ? address.port : port };
  }

  /** Accepts programs on a UNIX socket; one that a dead process left behind is replaced. */
  async listenUnix(path: string): Promise<void> {
    await removeDeadSocket(path);
    await this.#listen({ path });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
  }

  async #listen(where: { host: string; port: number } | { path: string }): Promise<Server> {
    const server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(where, resolve);
    });
    this.#servers.push(server);
    return server;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // A client may vanish at any time, also while nobody reads its socket.
    socket.on('error', () => undefined);
    void serveClient(this, new Channel(socket), this.#stop.signal);
  }

  #attach(attachment: Attachment): void {
    this.#lastDeviceId += 1;
    this.devices.set(this.#lastDeviceId, attachment);
    this.events.emit({ kind: 'attached', deviceId: this.#lastDeviceId, ...attachment });
  }

  #detach(attachment: Attachment): void {
    for (const [deviceId, { way }] of this.devices) {
      if (way !== attachment.way) continue;
      this.devices.delete(deviceId);
      this.events.emit({ kind: 'detached', deviceId, ...attachment });
    }
  }
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { backup } from '../../src/app/backup.ts';
import { systemClock } from '../../src/kit/clock.ts';
import type { Outcome } from '../../src/kit/run-event.ts';
import type { RunningVirtual } from '../../src/virtual/start.ts';
import type { Disturbance } from './bench.ts';
import { PASSWORD } from './kinds.ts';

/** Only so that nothing hangs for ever. */
const LONGEST_MS = 600_000;
/** The end of the conversation is short in bytes, and most happens in it: each of its bytes is so many moments. */
const END_BYTES = 60_000;
const END_WEIGHT = 20;

/** The cable comes off, and stays off until the run has ended. */
export class CutLink implements Disturbance {
  #bytes = 0;

  async measure(virtual: RunningVirtual, destination: string): Promise<number> {
    await using link = await CountedLink.open(virtual, Number.POSITIVE_INFINITY);
    assert.equal(await outcomeOf(link.address, destination), 'verified');
    this.#bytes = link.bytes;
    return link.bytes + END_BYTES * (END_WEIGHT - 1);
  }

  async strike(virtual: RunningVirtual, destination: string, moment: number): Promise<boolean> {
    await using link = await CountedLink.open(virtual, this.#bytesAt(moment));
    const outcome = await outcomeOf(link.address, destination);
    assert.equal(outcome === 'verified' || link.isCut, true, `${outcome} without a reason`);
    virtual.phone.cable.plug();
    return link.isCut;
  }

  #bytesAt(moment: number): number {
    const end = this.#bytes - END_BYTES;
    return moment <= end ? moment : end + Math.ceil((moment - end) / END_WEIGHT);
  }
}

/** The way to a phone, on which its bytes are counted; behind so many of them the cable comes off. */
class CountedLink implements AsyncDisposable {
  bytes = 0;
  isCut = false;
  readonly #virtual: RunningVirtual;
  readonly #limit: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(virtual: RunningVirtual, limit: number) {
    this.#virtual = virtual;
    this.#limit = limit;
    this.#server = createServer((client) => this.#join(client));
  }

  static async open(virtual: RunningVirtual, limit: number): Promise<CountedLink> {
    const link = new CountedLink(virtual, limit);
    await once(link.#server.listen(0, '127.0.0.1'), 'listening');
    return link;
  }

  get address(): string {
    const address = this.#server.address();
    assert.ok(typeof address === 'object' && address !== null);
    return `127.0.0.1:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const phone = connect(Number(this.#virtual.address.split(':').at(-1)), '127.0.0.1');
    client.pipe(phone).on('data', (bytes: Buffer) => this.#pass(bytes, client));
    for (const [socket, other] of [
      [client, phone],
      [phone, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.#sockets.delete(socket) && other.end());
    }
  }

  #pass(bytes: Buffer, client: Socket): void {
    const left = this.#limit - this.bytes;
    this.bytes += bytes.length;
    // What usbmuxd itself says comes through also without a phone.
    client.write(this.isCut ? bytes : bytes.subarray(0, left));
    if (this.isCut || bytes.length < left) return;
    this.isCut = true;
    this.#virtual.phone.cable.unplug();
  }
}

/** How a run ends; one whose link was lost is stopped as soon as it has given the attempt up. */
async function outcomeOf(usbmuxd: string, destination: string): Promise<Outcome | undefined> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(LONGEST_MS)]);
  const request = { usbmuxd, destination, full: false, password: PASSWORD };
  let outcome: Outcome | undefined;
  try {
    for await (const event of backup(request, systemClock, signal)) {
      if (event.type === 'evidence.found' && event.evidence.kind === 'attempt.failed') stop.abort();
      if (event.type === 'run.finished') outcome = event.outcome;
    }
  } catch {
    // Its last event has told of it.
  }
  return outcome;
}

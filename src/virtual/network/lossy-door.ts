import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is told when it starts. */
export interface DoorOrders {
  /** Where it leads to, on this computer. */
  readonly to: number;
  /** One number: 1 while what knocks is lost. */
  readonly losing: Int32Array<SharedArrayBuffer>;
}

/** A way into a server that can be made to lose packets. */
export interface LossyDoor extends AsyncDisposable {
  readonly port: number;
  lose(on: boolean): void;
}

/**
 * The packets are lost for real: the door is a thread of its own with a queue of hardly any places, and while it sleeps
 * the kernel drops what knocks beyond them. Whoever knocked tries again after a second, as on a bad line.
 */
export async function openLossyDoor(to: number): Promise<LossyDoor> {
  const losing = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: DoorOrders = { to, losing };
  const url = new URL(`./lossy-door-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, { workerData });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  const lose = (on: boolean): void => {
    Atomics.store(losing, 0, on ? 1 : 0);
    Atomics.notify(losing, 0);
  };
  return {
    port,
    lose,
    [Symbol.asyncDispose]: async () => {
      lose(false);
      await worker.terminate();
    },
  };
}

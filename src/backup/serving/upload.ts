import { type BackupPath, nameOf } from '../../vault/backup-path.ts';
import type { Receiver } from '../../vault/vault.ts';
import { PartParser } from '../../wire/devicelink/part-parser.ts';
import { BlockCode } from '../../wire/devicelink/parts.ts';
import { WireError } from '../../wire/errors.ts';
import type { Serving } from './serving.ts';

/** It has some 190 bytes. */
const MAX_STATUS_BYTES = 64 * 1024;

/**
 * Receives a batch of files. The stream is read to the end of the batch whatever happens to the disk, so that it
 * stays in step; only then is the phone told how it went. It is not made to wait for the disk: a file that fails
 * after its batch was answered is told with the next one. What the phone could not read is noted on the way.
 */
export async function receiveFiles(serving: Serving): Promise<void> {
  const { link, run, progress } = serving;
  let current: { devicePath: string; receiver: Receiver } | undefined;
  let status: HeldStatus | undefined;
  const parser = new PartParser(2, {
    file: ([devicePath = '', named = '']) => {
      const path = serving.inside(named);
      if (nameOf(path) === 'Status.plist') status = new HeldStatus(path);
      progress.fileBegins(devicePath);
      current = { devicePath, receiver: status ?? run.receive(path) };
    },
    data: (bytes) => {
      current?.receiver.data(bytes);
      progress.received(bytes.length);
    },
    end: (code, text) => {
      if (!current) return;
      if (code === BlockCode.end) {
        current.receiver.end();
        progress.fileReceived();
      } else {
        current.receiver.cancel();
        if (current.receiver === status) status = undefined;
        serving.unreadable.add(current.devicePath, text);
      }
      current = undefined;
    },
  });
  await link.feed(parser, () => {
    serving.lookAtDisk();
    return run.pressure() ?? serving.gate.pressure();
  });
  serving.batchReceived();
  if (status) await store(serving, status);
  await serving.answerHonestly();
}

/**
 * Status.plist says how far the phone has come, and the next run goes on from there: it must never be ahead of the
 * disk. So it waits until everything before it is stored, and is not stored itself when something was not.
 */
async function store(serving: Serving, { path, bytes }: HeldStatus): Promise<void> {
  await serving.settle();
  if (serving.writeFailures.length > 0) return;
  const receiver = serving.run.receive(path);
  receiver.data(bytes);
  receiver.end();
  serving.batchReceived();
  await serving.settle();
}

/** A Status.plist that has arrived and is not to be stored yet. */
class HeldStatus implements Receiver {
  readonly path: BackupPath;
  #bytes = Buffer.alloc(0);

  constructor(path: BackupPath) {
    this.path = path;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  data(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    if (this.#bytes.length > MAX_STATUS_BYTES) {
      throw new WireError('wire.devicelink', `a Status.plist of more than ${MAX_STATUS_BYTES} bytes`);
    }
  }

  end(): void {}

  cancel(): void {}
}

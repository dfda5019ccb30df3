import type { Receiver } from '../../vault/vault.ts';
import { PartParser } from '../../wire/devicelink/part-parser.ts';
import { BlockCode } from '../../wire/devicelink/parts.ts';
import { STATUS_OK, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { Serving } from './serving.ts';

/**
 * Receives a batch of files. The stream is read to the end of the batch whatever happens to the disk, so that it
 * stays in step; only then is the phone told how it went. What it could not read itself is noted on the way.
 */
export async function receiveFiles(serving: Serving): Promise<void> {
  const { link, run, progress } = serving;
  const { reader } = link.channel;
  let current: { devicePath: string; path: string; receiver: Receiver } | undefined;
  const parser = new PartParser(2, {
    file: ([devicePath = '', path = '']) => {
      current = { devicePath, path, receiver: run.receive(serving.inside(path)) };
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
        serving.unreadable.add(current.devicePath, text);
      }
      current = undefined;
    },
  });
  while (!parser.done) {
    const rest = parser.push(await link.bytes());
    if (rest.length > 0) reader.unread(rest);
    const pressure = run.pressure();
    if (pressure !== undefined) await pressure;
  }
  await tellPhone(serving);
}

async function tellPhone(serving: Serving): Promise<void> {
  const failures = await serving.run.flush();
  const [first] = failures;
  serving.writeFailures.push(...failures.map(({ path, code }) => ({ path, code })));
  if (first) await serving.link.answer(statusOfSystemCode(first.code), `${first.code} while writing`);
  else await serving.link.answer(STATUS_OK);
}

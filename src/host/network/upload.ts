import type { Clock } from '../../kit/clock.ts';
import { withTimeLimit } from '../../kit/signals.ts';

export interface UploadMeasured {
  readonly bytes: number;
  readonly bytesPerSecond: number;
}

const CHUNK = new Uint8Array(64 * 1024);
const LIMIT_MS = 60_000;

/**
 * Sends zeros to a place the person chose, for as long as asked, and tells the rate. Rejects with what went wrong on
 * the way, or the signal's reason.
 */
export async function measureUpload(
  { url, milliseconds }: { url: string; milliseconds: number },
  clock: Clock,
  signal?: AbortSignal,
): Promise<UploadMeasured> {
  const started = clock.ticks();
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (clock.ticks() - started >= milliseconds) return controller.close();
      bytes += CHUNK.length;
      controller.enqueue(CHUNK);
    },
  });
  await withTimeLimit(
    clock,
    milliseconds + LIMIT_MS,
    () => new Error('the upload did not end'),
    async (both) => {
      const response = await fetch(url, { method: 'PUT', body, duplex: 'half', signal: both });
      await response.body?.cancel();
    },
    signal,
  );
  return { bytes, bytesPerSecond: (bytes * 1000) / Math.max(1, clock.ticks() - started) };
}

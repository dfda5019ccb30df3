import { type Duplex, duplexPair } from 'node:stream';
import type { Clock } from '../kit/clock.ts';
import type { Way } from './phone.ts';

/** How long one piece may occupy a slow link: short enough that the flow looks steady. */
const SLICE_SECONDS = 0.05;

/** The same stream behind a link whose speed is set, from moment to moment. */
export function throttled(stream: Duplex, way: Way, clock: Clock): Duplex {
  const [near, far] = duplexPair();
  const end = (): void => {
    stream.destroy();
    far.destroy();
    near.destroy();
  };
  stream.once('close', end).once('error', end);
  near.once('close', end);
  far.once('error', end);
  void carry(stream, far, way, clock).catch(end);
  void carry(far, stream, way, clock).catch(end);
  return near;
}

async function carry(from: Duplex, to: Duplex, way: Way, clock: Clock): Promise<void> {
  for await (const chunk of from) {
    const bytes: Buffer = chunk;
    let at = 0;
    while (at < bytes.length) {
      const rate = way.bytesPerSecond;
      const slice = rate === undefined ? bytes.length : Math.max(1, Math.floor(rate * SLICE_SECONDS));
      const piece = bytes.subarray(at, at + slice);
      at += piece.length;
      if (!to.write(piece)) await new Promise((resolve) => to.once('drain', resolve));
      if (rate !== undefined) await clock.sleep((piece.length / rate) * 1000);
    }
  }
  to.end();
}

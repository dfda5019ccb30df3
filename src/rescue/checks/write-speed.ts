import { sizeInWords } from '../../kit/amounts.ts';
import { measureWrites, type WriteMeasure } from '../../vault/disk/measure-writes.ts';
import { type Check, type CheckResult, fine } from './check.ts';

/** What a cable of USB 2 brings in practice is four times this; below it the disk is what the phone waits for. */
const SLOW_BYTES_PER_SECOND = 5_000_000;
/** Disks that are busy or have to spin up take less. */
const SLOW_MS = 1000;

/** How fast the destination's disk takes what is written: it can be the brake, and a backup writes many small files. */
export const writeSpeed: Check = {
  id: 'write-speed',
  title: 'how fast the destination’s disk writes',
  requirements: ['A5'],
  async look({ destination }, signal) {
    if (destination === undefined) return undefined;
    const measure = await measureWrites(destination, signal).catch(() => undefined);
    signal.throwIfAborted();
    // That it cannot be written to at all is said by another check.
    return measure && judgeWrites(measure);
  },
};

export function judgeWrites({ smallMs, bytesPerSecond }: WriteMeasure): CheckResult {
  const milliseconds = Math.round(smallMs);
  const small = milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${milliseconds} ms`;
  const measured = `${sizeInWords(bytesPerSecond)} a second, and ${small} for a small file`;
  if (bytesPerSecond >= SLOW_BYTES_PER_SECOND && smallMs < SLOW_MS)
    return fine(`Its disk writes ${measured}.`);
  return {
    standing: 'note',
    sentence: `Its disk is slow: it writes ${measured}. The iPhone would have to wait for it.`,
    next: 'A backup works, and takes long. A disk of this computer, or another port for the external one, is quicker.',
    evidence:
      smallMs < SLOW_MS ? [] : [{ kind: 'destination.slow', source: 'destination', facts: { milliseconds } }],
  };
}

import { sizeInWords } from '../../kit/amounts.ts';
import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** 5 Mbit/s: 20 GB then take nine hours, longer than the night an iCloud backup has. */
const SLOW_BYTES_PER_SECOND = 625_000;
/** 20 Mbit/s carry them in little more than two. */
const FINE_BYTES_PER_SECOND = 2_500_000;
const EXAMPLE_BYTES = 20e9;

/** What can be sent to the Internet is little: an iCloud backup takes longer than the phone lies on its charger. */
export const internetSlow: Cause = {
  id: 'internet-slow',
  requirements: ['B2', 'D3'],
  prior: 25,
  signs: [
    given('net.upload', 250, ({ bytesPerSecond }) => bytesPerSecond < SLOW_BYTES_PER_SECOND),
    given('net.upload', 1 / 30, ({ bytesPerSecond }) => bytesPerSecond >= FINE_BYTES_PER_SECOND),
    // A far or crowded line.
    given('net.line', 2, ({ medianMs }) => medianMs > 400),
    given('net.way', 1 / 20, ({ way }) => way !== 'open'),
  ],
  tell: (seen) => {
    const rate = seen.last('net.upload')?.bytesPerSecond;
    const hours = rate ? Math.round(EXAMPLE_BYTES / rate / 3600) : undefined;
    return {
      sentence:
        rate === undefined
          ? 'This Internet connection answers slowly; an iCloud backup may take days over it.'
          : `Only ${sizeInWords(rate)} a second can be sent from this network: an iCloud backup of 20 GB takes ${hours} hours or more.`,
      safe: NOTHING_CHANGED,
      next: 'Leave the iPhone on its charger and Wi-Fi overnight, several nights if need be, use a faster Wi-Fi, or make a local backup with Thaw, which needs no Internet.',
    };
  },
};

import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** Apple's own services are out of order. */
export const appleOutage: Cause = {
  id: 'apple-outage',
  requirements: ['D11'],
  prior: 6,
  signs: [
    // Apple says so itself, and late rather than early.
    given('apple.status', 2000, ({ state }) => state === 'outage'),
    given('apple.status', 1000, ({ state }) => state === 'issue' || state === 'slow'),
    given('apple.status', 1 / 40, ({ state }) => state === 'fine'),
  ],
  tell: (seen) => {
    const services = [
      ...new Set(
        seen
          .all('apple.status', ({ state }) => state !== 'fine' && state !== 'maintenance')
          .map(({ service }) => service),
      ),
    ];
    return {
      sentence: `Apple says that ${services.join(' and ') || 'iCloud'} ${services.length > 1 ? 'have' : 'has'} trouble right now. Nothing is wrong with the iPhone or with this network.`,
      safe: NOTHING_CHANGED,
      next: 'Wait until Apple has mended it; Thaw looks again by itself. A local backup with Thaw works meanwhile.',
    };
  },
};

import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** Of the four things an iCloud backup that begins by itself needs, one is missing. */
export const icloudWaits: Cause = {
  id: 'icloud-waits',
  requirements: ['D5'],
  // Apple’s own first question, and harmless.
  prior: 10,
  signs: [
    given('cloud.conditions', 1500, (now) => now.stopped && !isMet(now)),
    given('cloud.conditions', 600, (now) => now.enabled && !isMet(now)),
    given('cloud.conditions', 1 / 50, isMet),
  ],
  tell: (seen) => {
    const now = seen.last('cloud.conditions');
    const missing = now ? missingIn(now) : [];
    const wants = missing.length === 0 ? 'charger, Wi-Fi and a locked screen' : missing.join(', and ');
    return {
      sentence: `${
        now?.stopped
          ? 'The iPhone stopped its iCloud backup for now'
          : 'The iPhone waits with its iCloud backup'
      }: ${missing.length === 0 ? 'it needs' : 'what is missing is'} ${wants}.`,
      safe: `${CLOUD_SAFE} What is already in iCloud is not sent again.`,
      next: 'Leave it locked and charging on Wi-Fi; it goes on by itself.',
    };
  },
};

interface Conditions {
  readonly locked: boolean;
  readonly power: boolean;
  readonly wifi: boolean;
}

function isMet({ locked, power, wifi }: Conditions): boolean {
  return locked && power && wifi;
}

function missingIn({ locked, power, wifi }: Conditions): readonly string[] {
  return [
    ...(power ? [] : ['the charger']),
    ...(wifi ? [] : ['Wi-Fi']),
    ...(locked ? [] : ['a locked screen']),
  ];
}

import type { ScenarioInput } from '../virtual/scenario.ts';

/** One way for a backup to get stuck, to be watched. */
export interface Act {
  readonly title: string;
  readonly scenario: ScenarioInput;
}

/** Fast enough that nobody waits, slow enough to be followed. */
const SPEED = 12;
const phone = { passcode: false } as const;
const content = { seed: 7, files: 900, bytes: 90_000_000 } as const;
const common = { speed: SPEED, phone, content } as const;

export const acts: readonly Act[] = [
  {
    title: 'Somebody trips over the cable.',
    scenario: {
      ...common,
      name: 'the cable comes out',
      seed: 41,
      faults: [{ when: { bytesSent: 35_000_000 }, do: 'unplug', seconds: 20 }],
    },
  },
  {
    title: 'The iPhone stops sending, without a word.',
    scenario: {
      ...common,
      name: 'the phone falls silent',
      seed: 42,
      faults: [{ when: { bytesSent: 50_000_000 }, do: 'silence' }],
    },
  },
  {
    title: 'A run that was killed left something behind on the iPhone, which now refuses every backup.',
    scenario: {
      ...common,
      name: 'a snapshot is left on the phone',
      seed: 43,
      faults: [
        {
          when: { phase: 'preparing' },
          do: 'error',
          code: 3,
          text: 'Failed to create snapshot: File exists (17) at path "/private/var"',
          until: 'reboot',
        },
      ],
    },
  },
];

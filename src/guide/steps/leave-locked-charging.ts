import type { GuidedStep } from '../guided-step.ts';

export const leaveLockedCharging: GuidedStep = {
  id: 'leave-locked-charging',
  requirements: ['D3', 'D5'],
  reach: 'tap',
  effect: 'icloud-conditions-met',
  patienceSeconds: 600,
  sentence: ({ missing }) =>
    `The iCloud backup waits for ${missing ?? 'charger, Wi-Fi and a locked screen'}: please leave the iPhone locked and charging on Wi-Fi.`,
  actions: () => [
    'Plug the charger in; a computer’s port charges too, but slowly.',
    'See that Wi-Fi is on and joined.',
    'Press the side button once, so that the screen goes dark, and leave it be, best for the night.',
  ],
  drawing: () => ({
    scene: 'lock',
    marks: [
      { spot: 'connector', number: 1, hold: false },
      { spot: 'side', number: 3, hold: false },
    ],
    caption: 'The charger plugged in, and the button that locks the screen',
  }),
};

import type { GuidedStep } from '../guided-step.ts';

export const wakePhone: GuidedStep = {
  id: 'wake-phone',
  requirements: ['B7', 'C8', 'D5'],
  reach: 'tap',
  effect: 'phone-back',
  patienceSeconds: 1800,
  sentence: () => 'The iPhone can no longer be seen on Wi-Fi: please wake it and put it on its charger.',
  actions: () => [
    'Put the iPhone on its charger; there it stays reachable.',
    'Wake its screen, and see that Wi-Fi is on and it is in the same Wi-Fi as this computer.',
    'Or plug it in here by cable: Thaw goes on either way.',
  ],
  drawing: () => ({
    scene: 'wifi',
    marks: [{ spot: 'side', number: 2, hold: false }],
    caption: 'The side button, which wakes the iPhone, and the sign of Wi-Fi',
  }),
};

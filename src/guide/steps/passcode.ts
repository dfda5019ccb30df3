import type { GuidedStep } from '../guided-step.ts';

export const passcode: GuidedStep = {
  id: 'passcode',
  requirements: ['A10', 'C8', 'C11'],
  reach: 'tap',
  effect: 'prompt-answered',
  patienceSeconds: 180,
  sentence: () => 'The iPhone waits for its passcode before it starts the backup: please enter it there.',
  actions: () => [
    'Pick up the iPhone and wake it.',
    'Enter the passcode where it asks for it. Face ID or Touch ID is not enough here.',
  ],
  drawing: () => ({
    scene: 'keypad',
    marks: [{ spot: 'screen', number: 2, hold: false }],
    caption: 'A phone that shows its keypad',
  }),
};

import type { GuidedStep } from '../guided-step.ts';

export const unlock: GuidedStep = {
  id: 'unlock',
  requirements: ['A10', 'C8', 'C11'],
  reach: 'tap',
  effect: 'phone-unlocked',
  patienceSeconds: 600,
  sentence: () => 'The iPhone is locked: please unlock it, and leave it unlocked for a moment.',
  actions: ({ face }) => [
    face === 'home-button' ? 'Press the home button.' : 'Lift the phone and swipe up.',
    'Enter its passcode.',
  ],
  drawing: () => ({
    scene: 'keypad',
    marks: [{ spot: 'screen', number: 2, hold: false }],
    caption: 'A phone that shows its keypad',
  }),
};

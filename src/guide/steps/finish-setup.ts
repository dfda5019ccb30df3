import type { GuidedStep } from '../guided-step.ts';

export const finishSetup: GuidedStep = {
  id: 'finish-setup',
  requirements: ['C1'],
  reach: 'guide',
  effect: 'phone-set-up',
  patienceSeconds: 1800,
  sentence: () => 'The iPhone has not finished its set-up and makes no backup before: please finish it.',
  actions: () => ['Follow the set-up on the iPhone to its end, until the home screen shows.'],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The set-up assistant of the phone',
  }),
};

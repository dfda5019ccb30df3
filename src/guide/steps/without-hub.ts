import type { GuidedStep } from '../guided-step.ts';

export const withoutHub: GuidedStep = {
  id: 'without-hub',
  requirements: ['A4', 'A6', 'A11', 'B6', 'C10'],
  reach: 'guide',
  effect: 'link-steady',
  patienceSeconds: 900,
  sentence: () =>
    'The hub between iPhone and computer is unsteady: please plug the iPhone straight into the computer.',
  actions: () => [
    'Pull the cable out of the hub, screen or keyboard.',
    'Plug it into a port of the computer itself.',
  ],
  drawing: () => ({
    scene: 'hub',
    marks: [],
    caption: 'The cable, past the hub and straight into the computer',
  }),
};

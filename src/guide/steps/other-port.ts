import type { GuidedStep } from '../guided-step.ts';

export const otherPort: GuidedStep = {
  id: 'other-port',
  requirements: ['A4', 'A6', 'A11', 'B6', 'C10'],
  reach: 'guide',
  effect: 'link-steady',
  patienceSeconds: 900,
  sentence: ({ megabitsPerSecond }) =>
    megabitsPerSecond === undefined
      ? 'The connection to the iPhone is poor: please use another port of the computer.'
      : `The connection to the iPhone carries only ${megabitsPerSecond} Mbit/s: please use another port of the computer.`,
  actions: () => [
    'Pull the cable out of the computer.',
    'Plug it into another port of the computer itself, not of a hub, a screen or a keyboard.',
  ],
  drawing: () => ({
    scene: 'plain',
    marks: [{ spot: 'connector', number: 1, hold: false }],
    caption: 'The cable, on its way to another port',
  }),
};

import type { GuidedStep } from '../guided-step.ts';

export const update: GuidedStep = {
  id: 'update',
  requirements: ['B5', 'B14', 'C6', 'D7'],
  reach: 'guide',
  effect: 'next-attempt',
  patienceSeconds: 60,
  sentence: ({ version }) =>
    `This version${version === undefined ? '' : ` (${version})`} is known not to work: please update the iPhone and this computer.`,
  actions: () => [
    'On the iPhone: Settings › General › Software Update.',
    'On this computer: update Thaw, and iTunes or the Apple Devices app where it is installed.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The update page of the settings',
  }),
};

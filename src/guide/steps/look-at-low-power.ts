import type { GuidedStep } from '../guided-step.ts';

export const lookAtLowPower: GuidedStep = {
  id: 'look-at-low-power',
  requirements: ['D4'],
  reach: 'tap',
  effect: 'next-attempt',
  patienceSeconds: 120,
  sentence: () => 'Is Low Power Mode on? The iPhone does not tell a computer: please look.',
  actions: () => [
    'Look at the battery in the corner of the screen: yellow means that Low Power Mode is on.',
    'Or open Settings › Battery: the switch is near the top.',
  ],
  drawing: () => ({
    scene: 'battery',
    marks: [
      { spot: 'control-centre', number: 1, hold: false },
      { spot: 'screen', number: 2, hold: false },
    ],
    caption: 'The battery in the corner of the screen, and the battery page of the settings',
  }),
};

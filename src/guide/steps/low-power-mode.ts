import type { GuidedStep } from '../guided-step.ts';

export const lowPowerMode: GuidedStep = {
  id: 'low-power-mode',
  requirements: ['D3', 'D4'],
  reach: 'tap',
  effect: 'next-attempt',
  patienceSeconds: 60,
  sentence: () => 'Low Power Mode slows the iPhone down: please switch it off.',
  actions: () => ['Open Settings › Battery on the iPhone.', 'Switch Low Power Mode off.'],
  drawing: () => ({
    scene: 'battery',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The battery page of the settings',
  }),
};

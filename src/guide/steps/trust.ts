import type { GuidedStep } from '../guided-step.ts';

export const trust: GuidedStep = {
  id: 'trust',
  requirements: ['A10', 'C11'],
  reach: 'tap',
  effect: 'phone-trusts',
  patienceSeconds: 300,
  sentence: () => 'The iPhone does not know this computer yet: please tap Trust on it.',
  actions: () => [
    'Unlock the iPhone.',
    'When it asks “Trust This Computer?”, tap Trust. This may take half a minute to appear.',
    'Enter the passcode on the iPhone.',
  ],
  drawing: () => ({
    scene: 'trust',
    marks: [{ spot: 'screen', number: 2, hold: false }],
    caption: 'A phone that asks whether to trust this computer',
  }),
};

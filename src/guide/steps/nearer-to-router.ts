import type { GuidedStep } from '../guided-step.ts';

export const nearerToRouter: GuidedStep = {
  id: 'nearer-to-router',
  requirements: ['B7', 'D3'],
  reach: 'guide',
  effect: 'phone-back',
  patienceSeconds: 900,
  sentence: () => 'The iPhone keeps dropping out of the Wi-Fi: please bring it nearer to the Wi-Fi router.',
  actions: () => [
    'Lay the iPhone within a few steps of the Wi-Fi router, away from microwave ovens, and leave it there.',
    'Or plug it in here by cable: Thaw goes on either way.',
  ],
  drawing: () => ({ scene: 'wifi', marks: [], caption: 'An iPhone with a full sign of Wi-Fi' }),
};

import type { GuidedStep } from '../guided-step.ts';

export const privateAddressOff: GuidedStep = {
  id: 'private-address-off',
  requirements: ['B7', 'D3'],
  reach: 'guide',
  effect: 'phone-back',
  patienceSeconds: 900,
  sentence: () =>
    'In this network the iPhone goes by a private Wi-Fi address: please switch that off for this network, or use the cable.',
  actions: () => [
    'Open Settings › Wi-Fi on the iPhone and tap the ⓘ beside this network.',
    'Tap Private Wi-Fi Address and choose Off. The network then sees the iPhone’s own address; only do so at home.',
  ],
  drawing: () => ({
    scene: 'wifi',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The Wi-Fi page of the settings',
  }),
};

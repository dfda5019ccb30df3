import type { GuidedStep } from '../guided-step.ts';

export const otherNetwork: GuidedStep = {
  id: 'other-network',
  requirements: ['B2', 'B7', 'B9', 'D3', 'D9'],
  reach: 'guide',
  effect: 'network-mended',
  patienceSeconds: 900,
  sentence: () => 'This network gets in the way of iCloud: please try another one.',
  actions: () => [
    'Restart the Wi-Fi router: unplug it, count to ten, plug it in, wait three minutes.',
    'Take iPhone and computer nearer to it.',
    'If that does not help, put iPhone and computer into another Wi-Fi: a neighbour’s, at work, or the hotspot of another phone.',
  ],
  drawing: () => ({
    scene: 'wifi',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The Wi-Fi page of the settings, where another network is chosen',
  }),
};

import type { GuidedStep } from '../guided-step.ts';

export const resetNetworkSettings: GuidedStep = {
  id: 'reset-network-settings',
  requirements: ['D9'],
  reach: 'guide',
  effect: 'network-mended',
  patienceSeconds: 900,
  sentence: () =>
    'If iCloud works for other devices in this network and not for this iPhone, resetting its network settings may help.',
  actions: () => [
    'Note the passwords of your Wi-Fi networks, and how your VPN is set up: both are forgotten. Nothing else is.',
    'Open Settings › General › Transfer or Reset iPhone › Reset › Reset Network Settings.',
    'The iPhone restarts. Choose the Wi-Fi again and type its password.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The reset page of the settings',
  }),
};

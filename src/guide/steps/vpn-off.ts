import type { GuidedStep } from '../guided-step.ts';

export const vpnOff: GuidedStep = {
  id: 'vpn-off',
  requirements: ['B9', 'C5', 'D9'],
  reach: 'guide',
  effect: 'network-mended',
  patienceSeconds: 600,
  sentence: ({ name }) =>
    `Apple is not reached through the VPN or proxy${name === undefined ? '' : ` (${name})`}: please switch it off for a moment.`,
  actions: () => [
    'Switch the VPN or proxy off on this computer. If it is your work’s, ask first.',
    'Look on the iPhone too: Settings › VPN. The iPhone goes its own way, which Thaw cannot see from here.',
    'Switch it on again when the backup is done.',
  ],
  drawing: () => ({
    scene: 'lock',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The VPN page of the settings',
  }),
};

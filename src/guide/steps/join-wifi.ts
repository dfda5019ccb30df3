import type { GuidedStep } from '../guided-step.ts';

export const joinWifi: GuidedStep = {
  id: 'join-wifi',
  requirements: ['B2', 'B7', 'B9', 'D3'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 600,
  sentence: () => 'This Wi-Fi does not carry the iPhone’s backup to iCloud: please try another one.',
  actions: () => [
    'Open Settings › Wi-Fi on the iPhone and join another network, close to its router.',
    'Switch off VPN, Private Relay and ad blockers: Settings › General › VPN & Device Management.',
    'Open Settings › your name › iCloud › iCloud Backup and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The Wi-Fi page of the settings',
  }),
};

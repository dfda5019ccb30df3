import type { GuidedStep } from '../guided-step.ts';

export const securitySoftware: GuidedStep = {
  id: 'security-software',
  requirements: ['B9', 'C5', 'D9'],
  reach: 'guide',
  effect: 'phone-trusts',
  patienceSeconds: 900,
  sentence: ({ program }) =>
    `${program ?? 'A security program on this computer'} stands between this computer and the iPhone: please pause it.`,
  actions: () => [
    'Pause the virus scanner, VPN or firewall that inspects connections, for the time of the backup.',
    'Switch it on again afterwards.',
  ],
  drawing: () => ({ scene: 'lock', marks: [], caption: 'A connection that something inspects' }),
};

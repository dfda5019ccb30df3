import type { GuidedStep } from '../guided-step.ts';

export const allowIcloud: GuidedStep = {
  id: 'allow-icloud',
  requirements: ['B9', 'C5'],
  reach: 'guide',
  effect: 'network-mended',
  patienceSeconds: 900,
  sentence: ({ host }) =>
    `Something keeps ${host ?? 'hosts of iCloud'} out of this network: please let it through.`,
  actions: (_, { host }) => [
    'In an advertisement or children’s filter (Pi-hole, AdGuard, the router): allow icloud.com, icloud-content.com, apple-cloudkit.com and apple-dns.net.',
    `In a firewall or security program: allow connections to ${host ?? 'Apple'} on port 443, and switch HTTPS scanning off for them.`,
    'Where that is somebody else’s to decide, use another Wi-Fi for the iPhone.',
  ],
  drawing: () => ({ scene: 'lock', marks: [], caption: 'A connection that something keeps shut' }),
};

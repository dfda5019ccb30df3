import type { GuidedStep } from '../guided-step.ts';

export const charge: GuidedStep = {
  id: 'charge',
  requirements: ['C3', 'C9', 'D3', 'D5'],
  reach: 'tap',
  effect: 'phone-charges',
  patienceSeconds: 900,
  sentence: ({ percent }) =>
    `The iPhone’s battery is low${percent === undefined ? '' : ` (${percent} %)`} and it is not charging: please give it power.`,
  actions: () => [
    'Plug the cable straight into the computer, not into a hub or a keyboard.',
    'If the iPhone still does not charge, lay it on a wireless charger and leave the cable in.',
  ],
  drawing: () => ({
    scene: 'battery',
    marks: [{ spot: 'connector', number: 1, hold: false }],
    caption: 'A phone whose battery is charging',
  }),
};

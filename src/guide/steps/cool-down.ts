import type { GuidedStep } from '../guided-step.ts';

export const coolDown: GuidedStep = {
  id: 'cool-down',
  requirements: ['A7'],
  reach: 'tap',
  effect: 'phone-cool',
  patienceSeconds: 3600,
  sentence: ({ celsius }) =>
    `The iPhone is hot${celsius === undefined ? '' : ` (${celsius} °C)`} and slows itself down: please let it cool.`,
  actions: () => [
    'Take it out of its case and out of the sun, and lay it on something hard.',
    'Leave the cable in: Thaw goes on by itself when it has cooled.',
  ],
  drawing: () => ({ scene: 'snow', marks: [], caption: 'A phone that cools down' }),
};

import type { GuidedStep } from '../guided-step.ts';

export const chargeComputer: GuidedStep = {
  id: 'charge-computer',
  requirements: ['C8', 'C9'],
  reach: 'guide',
  effect: 'computer-on-mains',
  patienceSeconds: 900,
  sentence: ({ percent }) =>
    `This computer’s own battery is nearly empty${percent === undefined ? '' : ` (${percent} %)`}: please plug the computer in.`,
  actions: () => ['Connect this computer’s charger, and leave its lid open.'],
  drawing: () => ({ scene: 'computer', marks: [], caption: 'This computer, with its charger' }),
};

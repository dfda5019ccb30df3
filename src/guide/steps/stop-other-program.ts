import type { GuidedStep } from '../guided-step.ts';

export const stopOtherProgram: GuidedStep = {
  id: 'stop-other-program',
  requirements: ['A1', 'A8'],
  reach: 'guide',
  effect: 'sync-lock-free',
  patienceSeconds: 1800,
  sentence: ({ program }) =>
    `${program ?? 'Another program'} is syncing with the iPhone and does not let go: please end it.`,
  actions: () => [
    'Close Finder’s page of the iPhone, iTunes, or any other program that backs it up or syncs with it.',
  ],
  drawing: () => ({ scene: 'plain', marks: [], caption: 'A phone two programs want' }),
};

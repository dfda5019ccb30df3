import type { GuidedStep } from '../guided-step.ts';

export const mendDriver: GuidedStep = {
  id: 'mend-driver',
  requirements: ['B5', 'B14', 'C6', 'D7'],
  reach: 'guide',
  effect: 'phone-listed',
  patienceSeconds: 1800,
  sentence: ({ problem }) =>
    problem === undefined || problem === 0
      ? 'Windows has no driver of Apple’s for the iPhone: please install the Apple Devices app.'
      : `Apple’s driver for the iPhone does not work (Code ${problem}): please install it anew.`,
  actions: () => [
    'Install “Apple Devices” from the Microsoft Store, or repair it: Settings › Apps › Apple Devices › Advanced options › Repair.',
    'Open it once.',
    'Unplug the iPhone and plug it in again.',
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A window of this computer' }),
};

import type { GuidedStep } from '../guided-step.ts';

export const givePhoneBack: GuidedStep = {
  id: 'give-phone-back',
  requirements: ['A1', 'C5'],
  reach: 'guide',
  effect: 'phone-listed',
  patienceSeconds: 900,
  sentence: ({ program }) =>
    `${program ?? 'A virtual machine'} holds the iPhone: please let this computer have it.`,
  actions: (_model, { program }) => [
    `In ${program ?? 'the virtual machine'}: disconnect the USB device “Apple iPhone”, or end the program.`,
    'Unplug the iPhone and plug it in again.',
  ],
  drawing: () => ({ scene: 'computer', marks: [], caption: 'The iPhone on the cable of this computer' }),
};

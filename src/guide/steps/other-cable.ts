import type { GuidedStep } from '../guided-step.ts';

export const otherCable: GuidedStep = {
  id: 'other-cable',
  requirements: ['A4', 'A6', 'A11', 'B6', 'C3', 'C10'],
  reach: 'guide',
  effect: 'link-steady',
  patienceSeconds: 900,
  sentence: () => 'The connection breaks off again and again: please try another cable.',
  actions: ({ connector }) => [
    connector === 'usb-c'
      ? 'Take another USB-C cable that carries data; some only charge.'
      : 'Take another Lightning cable, best the one that came with an iPhone.',
    'Plug it straight into the computer, not into a hub.',
    'Leave the iPhone lying still.',
  ],
  drawing: () => ({
    scene: 'plain',
    marks: [{ spot: 'connector', number: 1, hold: false }],
    caption: 'The connector at the bottom of the phone',
  }),
};

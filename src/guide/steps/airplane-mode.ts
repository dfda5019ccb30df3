import type { GuidedStep } from '../guided-step.ts';

export const airplaneMode: GuidedStep = {
  id: 'airplane-mode',
  requirements: ['C11'],
  reach: 'tap',
  effect: 'next-attempt',
  patienceSeconds: 60,
  sentence: () =>
    'Something keeps the iPhone busy: please switch Airplane Mode on, and off again after the backup.',
  actions: ({ face }) => [
    face === 'home-button'
      ? 'Swipe up from the bottom of the screen.'
      : 'Swipe down from the top right corner of the screen.',
    'Tap the aeroplane. The backup goes over the cable and needs no network.',
  ],
  drawing: () => ({
    scene: 'airplane',
    marks: [{ spot: 'control-centre', number: 1, hold: false }],
    caption: 'The aeroplane in Control Centre',
  }),
};

import type { GuidedStep } from '../guided-step.ts';

export const signInPortal: GuidedStep = {
  id: 'sign-in-portal',
  requirements: ['B2', 'B7', 'D3'],
  reach: 'tap',
  effect: 'network-mended',
  patienceSeconds: 600,
  sentence: () => 'This Wi-Fi shows a page of its own first: please open it and agree.',
  actions: () => [
    'Open Safari on the iPhone, go to captive.apple.com, and do what the page asks.',
    'Do the same in the browser of this computer, which Thaw can see.',
  ],
  drawing: () => ({
    scene: 'wifi',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The page of a guests’ Wi-Fi on the iPhone',
  }),
};

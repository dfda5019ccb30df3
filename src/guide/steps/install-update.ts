import type { GuidedStep } from '../guided-step.ts';

export const installUpdate: GuidedStep = {
  id: 'install-update',
  requirements: ['B5', 'C6', 'D7'],
  reach: 'guide',
  effect: 'phone-listed',
  patienceSeconds: 1800,
  sentence: () => 'This Mac needs new software before it can talk to this iPhone: please install it.',
  actions: () => [
    'Unplug the iPhone and plug it in again, unlocked.',
    'In the window “A software update is required”, choose Install.',
    'If no window comes: System Settings › General › Software Update.',
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A window of this computer' }),
};

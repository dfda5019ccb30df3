import type { GuidedStep } from '../guided-step.ts';
import { restartActions, restartDrawing, restartStages } from './restart-buttons.ts';

/** Out of recovery or DFU by the buttons, where no program can do it. Nothing is lost by it. */
export const restartFromBoot: GuidedStep = {
  id: 'restart-from-boot',
  requirements: ['C13', 'A12', 'B11', 'C12'],
  reach: 'guide',
  effect: 'phone-back',
  patienceSeconds: 900,
  sentence: ({ mode }) =>
    mode === 'dfu'
      ? 'The iPhone is in DFU mode: please restart it with its buttons. Nothing on it is lost.'
      : 'The iPhone is in recovery mode: please restart it with its buttons. Nothing on it is lost.',
  actions: (model) => [
    ...restartActions(model, 'the Apple logo appears, ten seconds or more'),
    'Leave the cable in, and unlock the iPhone once it is up again.',
  ],
  drawing: (model) => restartDrawing(model, 'logo', 'The buttons that end recovery and DFU'),
  timed: (model) => restartStages(model),
};

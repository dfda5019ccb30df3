import type { GuidedStep } from '../guided-step.ts';
import { restartActions, restartDrawing, restartStages } from './restart-buttons.ts';

/** Nothing is lost by it. */
export const forceRestart: GuidedStep = {
  id: 'force-restart',
  requirements: ['A8', 'A12', 'B11', 'C1', 'C12', 'D6'],
  reach: 'guide',
  effect: 'phone-restarted',
  patienceSeconds: 900,
  sentence: () => 'The iPhone hangs and takes no command: please force it to restart. Nothing on it is lost.',
  actions: (model) => [
    ...restartActions(model, 'the Apple logo appears, ten seconds or more'),
    'Leave the cable in, and unlock the iPhone once it is up again.',
  ],
  drawing: (model) => restartDrawing(model, 'logo', 'The buttons that force a restart'),
  timed: (model) => restartStages(model),
};

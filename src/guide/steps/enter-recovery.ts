import type { GuidedStep } from '../guided-step.ts';
import { restartActions, restartDrawing, restartStages } from './restart-buttons.ts';

/** The logo comes first; whoever goes on holding gets to the screen with the cable. */
const SECONDS = 25;

/** For a phone that starts again and again, or hangs at its logo: from recovery iOS can be installed anew. */
export const enterRecovery: GuidedStep = {
  id: 'enter-recovery',
  requirements: ['C13'],
  reach: 'guide',
  effect: 'phone-in-recovery',
  patienceSeconds: 900,
  sentence: () =>
    'Please bring the iPhone into recovery mode, with its cable in. That alone deletes nothing.',
  actions: (model) =>
    restartActions(model, 'the screen shows a cable and a computer; go on holding when the Apple logo comes'),
  drawing: (model) => restartDrawing(model, 'computer', 'The buttons that lead to recovery mode'),
  timed: (model) => restartStages(model, SECONDS),
};

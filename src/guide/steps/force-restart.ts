import type { DrawingPlan, Mark } from '../drawings/drawing-plan.ts';
import type { GuidedStep } from '../guided-step.ts';
import type { ModelKind } from '../model-kind.ts';

/**
 * Nothing is lost by it. The buttons are Apple's; on an iPhone 8 or later holding two of them the older way would
 * call the emergency services, so the family matters.
 */
export const forceRestart: GuidedStep = {
  id: 'force-restart',
  requirements: ['A8', 'A12', 'B11', 'C1', 'C12', 'D6'],
  reach: 'guide',
  effect: 'phone-restarted',
  patienceSeconds: 900,
  sentence: () => 'The iPhone hangs and takes no command: please force it to restart. Nothing on it is lost.',
  actions: ({ buttons }) => [
    ...ACTIONS[buttons],
    'Leave the cable in, and unlock the iPhone once it is up again.',
  ],
  drawing: (model): DrawingPlan => ({
    scene: 'logo',
    marks: marksOf(model),
    caption: 'The buttons that force a restart',
  }),
};

const ACTIONS: Readonly<Record<ModelKind['buttons'], readonly string[]>> = {
  side: [
    'Press volume up and let go.',
    'Press volume down and let go.',
    'Hold the side button until the Apple logo appears, ten seconds or more, then let go.',
  ],
  'volume-down': ['Hold volume down and the side button together until the Apple logo appears, then let go.'],
  home: [
    'Hold the home button and the top or side button together until the Apple logo appears, then let go.',
  ],
};

function marksOf({ buttons }: ModelKind): readonly Mark[] {
  switch (buttons) {
    case 'side':
      return [
        { spot: 'volume-up', number: 1, hold: false },
        { spot: 'volume-down', number: 2, hold: false },
        { spot: 'side', number: 3, hold: true },
      ];
    case 'volume-down':
      return [
        { spot: 'volume-down', number: 1, hold: true },
        { spot: 'side', number: 1, hold: true },
      ];
    case 'home':
      return [
        { spot: 'home', number: 1, hold: true },
        { spot: 'side', number: 1, hold: true },
      ];
  }
}

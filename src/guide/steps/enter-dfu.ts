import { press } from '../drawings/drawing-plan.ts';
import type { GuidedStep } from '../guided-step.ts';
import type { ModelKind } from '../model-kind.ts';
import { PRESSES, pairOf, type TimedStage } from '../timed-stage.ts';

/**
 * The last way to a phone that does not even get to recovery mode. Apple does not publish it: buttons and seconds are
 * those that repairers agree on. The screen stays black; a logo means that it took too long.
 */
export const enterDfu: GuidedStep = {
  id: 'enter-dfu',
  requirements: ['C13'],
  reach: 'guide',
  effect: 'phone-in-dfu',
  patienceSeconds: 1200,
  sentence: () =>
    'Please bring the iPhone into DFU mode, with its cable in. Its screen stays black then; that alone deletes nothing.',
  actions: (model) => [
    ...ACTIONS[model.buttons],
    'The screen must stay black. If the Apple logo shows, it was too long: start over.',
  ],
  drawing: ({ buttons }) => ({
    scene: 'plain',
    marks:
      buttons === 'side'
        ? press('volume-up', 'volume-down', 'side', 'volume-down').map((mark, index) => ({
            ...mark,
            hold: index > 1,
          }))
        : pairOf(buttons).map((spot) => ({ spot, number: 1, hold: true })),
    caption: 'The buttons that lead to DFU mode',
  }),
  timed: ({ buttons }) => stagesOf(buttons),
};

const ACTIONS: Readonly<Record<ModelKind['buttons'], readonly string[]>> = {
  side: [
    'Press volume up and let go.',
    'Press volume down and let go.',
    'Hold the side button for ten seconds, until the screen is black.',
    'With the side button still held, hold volume down as well for five seconds.',
    'Let go of the side button and hold volume down for ten seconds more.',
  ],
  'volume-down': [
    'Hold volume down and the side button together for eight seconds.',
    'Let go of the side button and hold volume down for ten seconds more.',
  ],
  home: [
    'Hold the home button and the top or side button together for eight seconds.',
    'Let go of the top or side button and hold the home button for ten seconds more.',
  ],
};

function stagesOf(buttons: ModelKind['buttons']): readonly TimedStage[] {
  if (buttons === 'side')
    return [
      ...PRESSES,
      { action: 2, hold: ['side'], seconds: 10 },
      { action: 3, hold: ['side', 'volume-down'], seconds: 5 },
      { action: 4, hold: ['volume-down'], seconds: 10 },
    ];
  return [
    { action: 0, hold: pairOf(buttons), seconds: 8 },
    { action: 1, hold: pairOf(buttons).filter((button) => button !== 'side'), seconds: 10 },
  ];
}

import type { DrawingPlan, Mark } from '../drawings/drawing-plan.ts';
import type { ModelKind } from '../model-kind.ts';
import { PRESSES, pairOf, type TimedStage } from '../timed-stage.ts';

/** How long Apple says the side button may have to be held until the logo shows. */
const LOGO_SECONDS = 10;

/**
 * The buttons that force a restart (Apple's “Force restart iPhone”). On an iPhone 8 or later holding two of them the older
 * way would call the emergency services, so the family matters. `until`: what shows that it is enough.
 */
export function restartActions({ buttons }: ModelKind, until: string): readonly string[] {
  switch (buttons) {
    case 'side':
      return [
        'Press volume up and let go.',
        'Press volume down and let go.',
        `Hold the side button until ${until}, then let go.`,
      ];
    case 'volume-down':
      return [`Hold volume down and the side button together until ${until}, then let go.`];
    case 'home':
      return [`Hold the home button and the top or side button together until ${until}, then let go.`];
  }
}

export function restartStages({ buttons }: ModelKind, seconds = LOGO_SECONDS): readonly TimedStage[] {
  if (buttons === 'side') return [...PRESSES, { action: 2, hold: ['side'], seconds }];
  return [{ action: 0, hold: pairOf(buttons), seconds }];
}

export function restartDrawing(
  { buttons }: ModelKind,
  scene: DrawingPlan['scene'],
  caption: string,
): DrawingPlan {
  return { scene, marks: MARKS[buttons], caption };
}

const MARKS: Readonly<Record<ModelKind['buttons'], readonly Mark[]>> = {
  side: [
    { spot: 'volume-up', number: 1, hold: false },
    { spot: 'volume-down', number: 2, hold: false },
    { spot: 'side', number: 3, hold: true },
  ],
  'volume-down': [
    { spot: 'volume-down', number: 1, hold: true },
    { spot: 'side', number: 1, hold: true },
  ],
  home: [
    { spot: 'home', number: 1, hold: true },
    { spot: 'side', number: 1, hold: true },
  ],
};

import type { Spot } from './drawings/drawing-plan.ts';
import type { ModelKind } from './model-kind.ts';

export type Button = Extract<Spot, 'home' | 'side' | 'volume-up' | 'volume-down'>;

/** What the fingers do for how long; a stage of a second is a short press. */
export interface TimedStage {
  /** Which of the step's actions it is, from 0. */
  readonly action: number;
  /** Held together, for all of the stage. */
  readonly hold: readonly Button[];
  readonly seconds: number;
}

/** Short presses of volume up and volume down: since the iPhone 8 every way to a restart begins with them. */
export const PRESSES: readonly TimedStage[] = [
  { action: 0, hold: ['volume-up'], seconds: 1 },
  { action: 1, hold: ['volume-down'], seconds: 1 },
];

/** The two buttons that are held together on phones up to the 7. */
export function pairOf(buttons: Exclude<ModelKind['buttons'], 'side'>): readonly Button[] {
  return buttons === 'home' ? ['home', 'side'] : ['volume-down', 'side'];
}

/** A place on the phone that a hand goes to. */
export type Spot =
  | 'home'
  | 'side'
  | 'top'
  | 'volume-up'
  | 'volume-down'
  | 'connector'
  | 'screen'
  | 'control-centre';

/** One mark of a drawing: where, in which order, and whether it is held. */
export interface Mark {
  readonly spot: Spot;
  readonly number: number;
  readonly hold: boolean;
}

/** What the screen shows in a drawing. */
export type Scene =
  | 'plain'
  | 'keypad'
  | 'trust'
  | 'lock'
  | 'battery'
  | 'logo'
  | 'airplane'
  | 'storage'
  | 'snow'
  | 'gear'
  | 'wifi'
  // Of the computer the phone is plugged into.
  | 'computer'
  | 'hub'
  | 'window';

/** A drawing as data: SVG and plain text are made from it. */
export interface DrawingPlan {
  readonly scene: Scene;
  readonly marks: readonly Mark[];
  /** Told to those who cannot see it. */
  readonly caption: string;
}

/** Spots touched one after the other. */
export function press(...spots: readonly Spot[]): readonly Mark[] {
  return spots.map((spot, index) => ({ spot, number: index + 1, hold: false }));
}

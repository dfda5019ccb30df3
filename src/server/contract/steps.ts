/** GET /api/runs/:id/step: the one thing to do by hand now, for this very phone. */
export interface StepCard {
  readonly id: string;
  readonly sentence: string;
  /** What to do, in order. */
  readonly actions: readonly string[];
  /** The figures and names in those words, for other languages. */
  readonly facts?: Readonly<Record<string, string | number | undefined>>;
  readonly productType: string | null;
  readonly family: 'home-button' | 'notch' | 'island';
  readonly connector: 'lightning' | 'usb-c';
  /** Which buttons force a restart. */
  readonly buttons: 'home' | 'volume-down' | 'side';
  readonly drawing: {
    readonly scene: string;
    readonly marks: readonly {
      readonly spot: string;
      /** Marks of one number are touched together. */
      readonly number: number;
      readonly hold: boolean;
    }[];
    readonly caption: string;
  } | null;
  /**
   * What the fingers hold for how long, one after the other and in step with the person; `action` counts from 0, a second is a
   * short press. Null where nothing is timed.
   */
  readonly timer:
    | readonly { readonly action: number; readonly hold: readonly string[]; readonly seconds: number }[]
    | null;
  /** When the phone gives up asking, ISO; null when it waits. */
  readonly endsAt: string | null;
}

export interface StepAnswer {
  /** Null when nothing is needed now. */
  readonly step: StepCard | null;
}

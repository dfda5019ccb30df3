/** What a computer runs on and when it falls asleep, as far as it tells. */
export interface PowerState {
  readonly onMains: boolean;
  /** 0…100; undefined without a battery. */
  readonly percent: number | undefined;
  /** Of idleness, on the supply in use; 0 for never. */
  readonly sleepsAfterMinutes?: number;
}

export type SleepReason = 'lid' | 'idle' | 'battery' | 'person' | 'unknown';

/** Once the computer was asleep. */
export interface Sleep {
  readonly at: Date;
  readonly seconds: number | undefined;
  readonly reason: SleepReason;
}

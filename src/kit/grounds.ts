/** What a watch goes by when it says whether something is alive. */
export interface Grounds {
  readonly reason: 'moving' | 'waiting' | 'quiet' | 'away' | 'mute' | 'silent';
  /** How long nothing strong came, how long nothing at all, and how much of that is normal. */
  readonly strongSeconds: number;
  readonly silentSeconds: number;
  readonly limitSeconds: number;
  /** The last thing that came though nothing strong did. */
  readonly weakSign: string | undefined;
  readonly waitingFor: 'passcode' | 'trust' | 'unlock' | undefined;
}

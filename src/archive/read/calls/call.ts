/** A call of the call list. */
export interface Call {
  readonly at: Date | undefined;
  readonly direction: 'incoming' | 'outgoing';
  readonly outcome: 'connected' | 'not-connected';
  readonly seconds: number;
  /** Number or address; several for calls of a group. */
  readonly addresses: readonly string[];
  readonly name: string | undefined;
  /** `Phone`, `FaceTime video`, `FaceTime audio`, or the id of the app that made it. */
  readonly service: string;
  readonly place: string | undefined;
  readonly id: string | undefined;
}

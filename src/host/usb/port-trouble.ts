/** `-71` and the like, or what the computer did with the port. */
export type PortEvent = 'error' | 'reset' | 'disconnect' | 'over-current';

/** What the computer's own log told of one port, or of the hub above it. */
export interface PortTrouble {
  readonly event: PortEvent;
  readonly times: number;
  /** It fell on the hub, or on other devices behind it too: not the phone's own cable. */
  readonly onHub: boolean;
  /** Of an error, as the system prints it. */
  readonly code?: string;
}

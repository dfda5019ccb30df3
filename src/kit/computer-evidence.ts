/** What this computer and the destination show during a run. */
export interface ComputerEvidence {
  /** A small write took this long to be safe on the destination's disk. */
  readonly 'destination.slow': { readonly milliseconds: number };
  /** The destination stopped answering, with the system's code (`EIO`, `ENODEV` …; `timeout`). */
  readonly 'destination.lost': { readonly code: string };
  readonly 'destination.space': { readonly freeBytes: number };
  /** This program was kept from the processor for so long, though it wanted it. */
  readonly 'computer.busy': { readonly delayMilliseconds: number; readonly load: number };
  /** The clock jumped over this much: the computer was asleep; `reason` where its own log tells. */
  readonly 'computer.slept': {
    readonly seconds: number;
    readonly reason?: 'lid' | 'idle' | 'battery' | 'person';
  };
  /** What this computer runs on. */
  readonly 'computer.power': {
    readonly onMains: boolean;
    readonly percent?: number;
    /** Of idleness; 0 for never. */
    readonly sleepsAfterMinutes?: number;
  };
  readonly 'computer.memory': { readonly availableBytes: number; readonly totalBytes: number };
  /** The program that carries connections to phones; `mend`: the command for it. `idle`: it waits for a phone. */
  readonly 'computer.phone-service': {
    readonly name: string;
    readonly state: 'missing' | 'stopped' | 'disabled' | 'idle' | 'running';
    readonly mend?: string;
    /** Another that serves phones at the same time. */
    readonly rival?: string;
  };
  /** Apple’s part of the driver does not work, with the device manager’s problem code (0: it is not there). */
  readonly 'computer.driver': { readonly problem: number };
  /** The system asks to install software for this phone. */
  readonly 'computer.update-asked': { readonly program: string };
  /** Another program is at a backup of this phone; `lock`: it holds the phone's sync lock. */
  readonly 'computer.other-backup': { readonly program: string; readonly lock: boolean };
  /** A program that is known to matter; `does`: what it does to a backup. */
  readonly 'computer.program': {
    readonly name: string;
    /** `takes`: it may take the phone away from this computer, as a virtual machine does. */
    readonly does: 'syncs' | 'intercepts' | 'starves' | 'takes';
    /** Of the processor. */
    readonly percent?: number;
  };
  /** usbmuxd does not list a phone that is on the bus. */
  readonly 'computer.mux-blind': { readonly phonesOnBus: number };
  /** A write failed with the system's code; `fileBytes`: how large the file had become. */
  readonly 'destination.write-failed': { readonly code: string; readonly fileBytes?: number };
}

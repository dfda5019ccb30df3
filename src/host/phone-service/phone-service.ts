/** The program that carries connections to phones: usbmuxd, or what Apple has in its place. */
export interface PhoneService {
  /** As people can look for it: `usbmuxd`, `Apple Mobile Device Service`, `Apple Devices`. */
  readonly name: string;
  /** `stopped` where it runs only while a phone is plugged in is no fault; it then is `idle`. */
  readonly state: 'missing' | 'stopped' | 'disabled' | 'idle' | 'running';
  /** What mends it, as typed in a terminal. */
  readonly mend?: string;
  /** Another that serves phones at the same time. */
  readonly rival?: string;
  /** Apple's own part of the driver does not work, with the device manager's problem code. */
  readonly driverProblem?: number;
}

export type LogLevel = 'Debug' | 'Info' | 'Notice' | 'Warning' | 'Error' | 'Fault';

/** A line of the phone's own log. */
export interface LogEntry {
  readonly at: Date;
  readonly process: string;
  readonly level: LogLevel;
  readonly text: string;
}

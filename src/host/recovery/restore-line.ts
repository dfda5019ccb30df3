import { stripVTControlCharacters } from 'node:util';

/** What idevicerestore is doing: its own numbering of steps under `--plain-progress`. */
const RESTORE_STEPS = [
  'detecting',
  'preparing',
  'sending-system',
  'verifying',
  'flashing-firmware',
  'baseband',
  'firmware-data',
  'sending-image',
] as const;
export type RestoreStep = (typeof RESTORE_STEPS)[number];

/** One line of idevicerestore, as far as it matters. */
export type RestoreLine =
  | { readonly kind: 'progress'; readonly step: RestoreStep; readonly percent: number }
  /** Something with a percentage of its own: downloading, checking the download. */
  | { readonly kind: 'work'; readonly what: string; readonly percent: number }
  | { readonly kind: 'keeps-data'; readonly keeps: boolean }
  /** `Restoring image (13)`: what the phone itself says it does. */
  | { readonly kind: 'operation'; readonly what: string; readonly number: number }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly reason: string; readonly trouble: RestoreTrouble | undefined };

/** What a person can do something about; the rest is told in the program's own words. */
export type RestoreTrouble =
  | 'no-phone'
  | 'not-trusted'
  | 'cable'
  | 'no-usbmuxd'
  | 'apple-not-reached'
  | 'download-damaged'
  | 'hardware';

const OPERATION = /^(.{3,80}) \((\d{1,3})\)$/;
/** 1.0.0 says “your device” where later ones say “the device” or “all device data”. */
const INTENT = /^This restore will (update|erase) (?:your|the|all) device/;
const PROGRESS = /^progress: (\d) ([01](?:\.\d+)?)$/;
const WORK = /^(\w[\w ]{2,60}):\s+(\d{1,3}(?:\.\d+)?)$/;

const FAILURES: readonly (readonly [RegExp, RestoreTrouble | undefined])[] = [
  [/^Unable to discover device mode/, 'no-phone'],
  [/^Unable to place device into recovery mode from normal mode/, 'not-trusted'],
  [/^Unable to send \w+ component: Unable to find device/, 'cable'],
  [/^Device did not (?:dis|re)connect/, 'cable'],
  [/^Device failed to enter restore mode/, 'no-usbmuxd'],
  [/image personalization failed/, 'apple-not-reached'],
  [/^Unable to get SHSH blobs|Unable to send TSS request/, 'apple-not-reached'],
  [/^Firmware file might be corrupt/, 'download-damaged'],
  [/^Status: (?:Disk Failure|Failed to mount filesystems|Failed to recover FDR data|X-Gold)/, 'hardware'],
  [/^Unable to place device into (?:restore|recovery) mode|^Unable to restore device/, undefined],
  [/^No firmwares are currently being signed for/, 'apple-not-reached'],
  [/^Status: (?:Verification Error|Fail$|Failed to load SEP)/, undefined],
  [/^RESTORE FAILED/, undefined],
];

/** Reads one line; undefined for the many that say nothing a person needs. */
export function parseRestoreLine(raw: string): RestoreLine | undefined {
  const line = plainText(raw);
  const [, stepNumber, share] = PROGRESS.exec(line) ?? [];
  const step = RESTORE_STEPS[Number(stepNumber)];
  if (step !== undefined) return { kind: 'progress', step, percent: Math.round(Number(share) * 100) };
  const intent = INTENT.exec(line)?.[1];
  if (intent !== undefined) return { kind: 'keeps-data', keeps: intent === 'update' };
  // `DONE` is no success: version 1.0.0 says it at every end.
  if (line === 'Status: Restore Finished') return { kind: 'finished' };
  for (const [pattern, trouble] of FAILURES)
    if (pattern.test(line)) return { kind: 'failed', reason: line, trouble };
  const [, what = '', number] = OPERATION.exec(line) ?? [];
  if (number !== undefined) return { kind: 'operation', what, number: Number(number) };
  const [, label = '', percent] = WORK.exec(line) ?? [];
  if (percent !== undefined) return { kind: 'work', what: label, percent: Math.round(Number(percent)) };
  return undefined;
}

/** Without the time and level of a log line, `ERROR: `, colours, and what a carriage return has overwritten. */
function plainText(raw: string): string {
  const last = raw.slice(raw.lastIndexOf('\r') + 1);
  return stripVTControlCharacters(last)
    .replace(/^\d\d:\d\d:\d\d\.\d+\s+<\w+>\s+/, '')
    .replace(/^(?:ERROR|INFO|WARNING): /, '')
    .trim();
}

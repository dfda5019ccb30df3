import { PLIST_EPOCH_SECONDS } from '../../../wire/plist/value.ts';

/** Above this a time is in nanoseconds: as seconds it would be the year 5138. */
const NANOSECONDS_FROM = 1e11;
/** What a phone's clock may show; anything else is no date. */
const EARLIEST = Date.UTC(1800, 0);
const LATEST = Date.UTC(2200, 0);

/** Seconds or, since iOS 11 in Messages, nanoseconds since 2001. 0 means that there is none. */
export function cocoaDate(value: number | undefined): Date | undefined {
  if (value === undefined || value === 0) return undefined;
  const seconds = Math.abs(value) > NANOSECONDS_FROM ? value / 1e9 : value;
  return sane((seconds + PLIST_EPOCH_SECONDS) * 1000);
}

/** Seconds since 1970. 0 means that there is none. */
export function unixDate(value: number | undefined): Date | undefined {
  return value === undefined || value === 0 ? undefined : sane(value * 1000);
}

function sane(ms: number): Date | undefined {
  return ms > EARLIEST && ms < LATEST ? new Date(ms) : undefined;
}

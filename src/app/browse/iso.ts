/** A time as text; a time that a damaged record made is the oldest there is. */
export function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

/** The same where there may be none; null, too, for a time that a damaged record made. */
export function maybeIso(date: Date | undefined): string | null {
  return date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** iOS switches Low Power Mode off by itself when the battery has been charged so far. */
const ENDS_AT_PERCENT = 80;

/** Why a person's “it is on” cannot be, in words; undefined where it can. */
export function oddLowPower(
  on: boolean,
  { percent, charging }: { readonly percent?: number; readonly charging?: boolean },
): string | undefined {
  if (!on || percent === undefined || percent <= ENDS_AT_PERCENT || charging !== true) return undefined;
  return `At ${Math.round(percent)} % and charging, iOS has switched Low Power Mode off by itself, unless somebody switched it on since. Please look again.`;
}

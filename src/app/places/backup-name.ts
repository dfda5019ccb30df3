/** A UDID, and what Finder makes of it when it sets a backup aside: `<UDID>-20260117-101530`. */
const NAME = /^[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{16,32}(-\d{8}-\d{6})?$/;

/** True for a name that programs give to the folder of a backup. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

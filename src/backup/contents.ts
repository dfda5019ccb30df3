/** True for a file of the phone in a backup, as against one that describes the backup; the path is as the phone names it. */
export function isContents(path: string): boolean {
  return /\/[0-9a-f]{40}$/.test(path);
}

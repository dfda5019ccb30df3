/** True when an iOS version (`16.1.2`) is `major.minor` or later. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor === major ? ownMinor >= minor : ownMajor > major;
}

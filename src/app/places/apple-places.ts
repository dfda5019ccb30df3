import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Finder, iTunes and the Apple Devices app put backups, by system; on Linux there is no such program. The last is the
 * one of the Microsoft Store, whose data lie in the person's own folder (support.apple.com/108809).
 */
export function applePlaces(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): readonly string[] {
  const below = ['MobileSync', 'Backup'] as const;
  if (platform === 'darwin') return [join(home, 'Library', 'Application Support', ...below)];
  if (platform !== 'win32') return [];
  const roaming = env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  return [join(roaming, 'Apple Computer', ...below), join(home, 'Apple', ...below)];
}

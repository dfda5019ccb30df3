import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Thaw keeps what it remembers of its own runs, by each system's custom. It need not exist yet. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const set = env['XDG_STATE_HOME'];
  if (set !== undefined && set !== '') return join(set, 'thaw');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Thaw');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Thaw');
  return join(homedir(), '.local', 'state', 'thaw');
}

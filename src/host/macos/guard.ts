import type { Guard } from '../guard.ts';

/** Apps that programs are started from, by what they put into TERM_PROGRAM. */
const STARTERS: ReadonlyMap<string, string> = new Map([
  ['Apple_Terminal', 'Terminal'],
  ['iTerm.app', 'iTerm'],
  ['vscode', 'Visual Studio Code'],
  ['WarpTerminal', 'Warp'],
  ['ghostty', 'Ghostty'],
]);

/**
 * macOS' privacy protection (TCC) refuses with EPERM, whatever the permissions of the folder say; those refuse with
 * EACCES. Each kind of place has a switch of its own.
 */
export function macGuard(
  folder: string,
  code: string,
  env: Readonly<Record<string, string | undefined>>,
): Guard | undefined {
  if (code !== 'EPERM') return undefined;
  const program = STARTERS.get(env['TERM_PROGRAM'] ?? '');
  return { by: switchFor(folder), ...(program !== undefined && { program }) };
}

function switchFor(folder: string): Guard['by'] {
  if (/^\/Users\/[^/]+\/(?:Desktop|Documents|Downloads)(?:\/|$)/.test(folder)) return 'files-and-folders';
  if (folder.startsWith('/Volumes/')) return 'removable-volumes';
  return 'full-disk-access';
}

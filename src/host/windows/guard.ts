import type { Guard } from '../guard.ts';
import { numberIn } from '../json-answer.ts';
import { askPowershell } from './powershell.ts';

/** Get-MpPreference, EnableControlledFolderAccess: 0 off, 1 on, 2 only noted. */
const ON = 1;

/** Controlled folder access keeps programs that it does not know from writing to Documents, Pictures, Desktop … */
export async function windowsGuard(code: string, signal: AbortSignal): Promise<Guard | undefined> {
  if (code !== 'EPERM' && code !== 'EACCES') return undefined;
  const [settings] = await askPowershell(
    'Get-MpPreference | Select-Object EnableControlledFolderAccess',
    signal,
  );
  const on = settings && numberIn(settings, 'EnableControlledFolderAccess') === ON;
  return on ? { by: 'controlled-folder-access', program: 'node.exe' } : undefined;
}

import type { DiskLook } from '../disks/disk-look.ts';
import { numberIn, textIn } from '../json-answer.ts';
import { askPowershell } from './powershell.ts';

/** Win32_LogicalDisk.DriveType of a share. */
const NETWORK_DRIVE = 4;

/** What Win32_LogicalDisk tells of the folder's drive; a share without a letter (`\\server\share`) is known by its path. */
export async function lookAtWindowsDisk(folder: string, signal: AbortSignal): Promise<DiskLook> {
  if (folder.startsWith('\\\\')) return { remote: true };
  const letter = /^([A-Za-z]):/.exec(folder)?.[1] ?? 'C';
  const [disk] = await askPowershell(
    `Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${letter}:'" | Select-Object FileSystem,DriveType`,
    signal,
  );
  if (!disk) return {};
  const fileSystem = textIn(disk, 'FileSystem').toLowerCase();
  return {
    ...(fileSystem !== '' && { fileSystem }),
    remote: numberIn(disk, 'DriveType') === NETWORK_DRIVE,
  };
}

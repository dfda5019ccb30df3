import { Interrupt } from './interrupt.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

/** `thaw why BACKUP`: what a backup on this computer tells about the phone's own backups to iCloud. */
export async function whyBackup(folder: string, options: Options): Promise<void> {
  const [{ icloudVerdict }, { askBackupPassword }, { Exit }] = await Promise.all([
    import('../app/icloud.ts'),
    import('./backup-password.ts'),
    import('../app/exit-codes.ts'),
  ]);
  using interrupt = new Interrupt();
  const password = await askBackupPassword(folder, options, interrupt.signal);
  const request = {
    folder,
    ...(options.udid !== undefined && { udid: options.udid }),
    ...(password !== undefined && { password }),
  };
  const verdict = await icloudVerdict(request, interrupt.signal);
  if (verdict?.standing === 'failing') process.exitCode = Exit.failed;
  const words =
    verdict?.paragraph ?? 'This backup does not hold the settings that tell how iCloud Backup goes.';
  process.stdout.write(options.json ? `${JSON.stringify(verdict ?? null)}\n` : `${words}\n`);
}

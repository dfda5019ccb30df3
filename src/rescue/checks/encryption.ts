import { parseManifestPlist } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../../phone/values.ts';
import { viewOfFolder } from '../../vault/backup-view.ts';
import { type Check, type CheckContext, fine, folderOf } from './check.ts';

/** Whether backups of this phone are encrypted, whether they must be, and whether that changed. */
export const encryption: Check = {
  id: 'encryption',
  title: 'whether backups are encrypted',
  requirements: ['A13', 'D10'],
  async look(context, signal) {
    if (!context.phone) return undefined;
    const settings = backupSettingsOf(await context.phone.domain(BACKUP_DOMAIN, signal));
    const on = settings.willEncrypt;
    const earlier = await earlierEncrypted(context);
    const facts = { on, forced: settings.requiresEncryption, ...(earlier !== undefined && { earlier }) };
    const evidence = [{ kind: 'encryption.state', source: 'lockdown', facts } as const];
    if (settings.requiresEncryption && !on)
      return {
        standing: 'person',
        sentence: 'A profile on this phone demands encrypted backups, and no backup password is set.',
        next: 'Set one with “thaw password set”, and keep it: nobody can recover it.',
        evidence,
      };
    if (earlier !== undefined && earlier !== on)
      return {
        standing: 'note',
        sentence: `Backups of this phone are ${on ? 'encrypted now' : 'not encrypted any more'}, the one that is here ${earlier ? 'was' : 'was not'}: the next one sends everything again.`,
        ...(on && {
          next: 'If nobody here set a password, another computer or program did: find out before you need it.',
        }),
        evidence: [...evidence, { kind: 'encryption.changed', source: 'lockdown', facts: { on } }],
      };
    if (on) return fine('Backups are encrypted, so they hold passwords and health data too.', ...evidence);
    return {
      standing: 'note',
      sentence: 'Backups are not encrypted: passwords, health data and call history are left out.',
      next: 'If you want them in it: thaw password set',
      evidence,
    };
  },
};

async function earlierEncrypted(context: CheckContext): Promise<boolean | undefined> {
  const folder = folderOf(context);
  if (folder === undefined) return undefined;
  const manifest = await readMetadata(viewOfFolder(folder), 'Manifest.plist', parseManifestPlist);
  return manifest.state === 'read' ? manifest.value.encrypted : undefined;
}

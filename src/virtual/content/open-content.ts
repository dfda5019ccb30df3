import type { VirtualPhone } from '../phone.ts';
import { backupContent } from './backup-content.ts';
import type { ContentSource } from './content-source.ts';
import { folderContent } from './folder-content.ts';
import { PhoneContent } from './phone-content.ts';
import { seededContent } from './seeded-content.ts';

/** The contents a phone's scenario gives it. Rejects when a folder or backup it names cannot be read. */
export async function openContent(phone: VirtualPhone): Promise<PhoneContent> {
  return new PhoneContent(await sourceOf(phone.scenario.content, phone.gone), () => phone.now());
}

async function sourceOf(
  content: VirtualPhone['scenario']['content'],
  signal: AbortSignal,
): Promise<ContentSource> {
  if ('folder' in content) return await folderContent(content.folder, signal);
  if ('backup' in content)
    return await backupContent(content.backup, process.env['THAW_BACKUP_PASSWORD'] ?? '', signal);
  return seededContent(content);
}

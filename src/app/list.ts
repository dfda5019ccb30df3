import type { BackupEntry } from '../archive/open-backup.ts';
import { appOfDomain } from '../archive/read/apps.ts';
import { type Choice, chosenFiles } from '../archive/read/choice.ts';
import { type ArchiveRequest, openArchive } from './open-archive.ts';

export type { Choice } from '../archive/read/choice.ts';

/** A file of a backup, as it is listed. */
export type ListedFile = Pick<BackupEntry, 'domain' | 'relativePath' | 'size' | 'modified' | 'fileId'>;

/** What one domain holds. */
export interface DomainSum {
  readonly domain: string;
  readonly app: string;
  readonly files: number;
  readonly bytes: number;
}

/** The files of a backup, one by one as its database gives them. */
export async function* listFiles(
  request: ArchiveRequest,
  choice: Choice,
  signal: AbortSignal,
): AsyncGenerator<ListedFile> {
  const { backup } = await openArchive(request, signal);
  await using _open = backup;
  for (const { domain, relativePath, size, modified, fileId } of chosenFiles(backup, choice)) {
    signal.throwIfAborted();
    yield { domain, relativePath, size, modified, fileId };
  }
}

/** What each domain holds, the largest first. */
export async function sumDomains(
  request: ArchiveRequest,
  choice: Choice,
  signal: AbortSignal,
): Promise<DomainSum[]> {
  const sums = new Map<string, { files: number; bytes: number }>();
  for await (const { domain, size } of listFiles(request, choice, signal)) {
    const sum = sums.get(domain) ?? { files: 0, bytes: 0 };
    sums.set(domain, { files: sum.files + 1, bytes: sum.bytes + size });
  }
  return [...sums]
    .map(([domain, sum]) => ({ domain, app: appOfDomain(domain).name, ...sum }))
    .sort((one, other) => other.bytes - one.bytes || (one.domain < other.domain ? -1 : 1));
}

import { hash } from 'node:crypto';

/**
 * The name of a file in a backup: 40 lower-case hex digits, SHA-1 of `domain-relativePath`. A domain's own folder has
 * an empty path. On disk the file lies in the folder of the first two digits.
 */
export function fileIdOf(domain: string, relativePath: string): string {
  return hash('sha1', `${domain}-${relativePath}`);
}

import type { Finding } from '../../archive/finding.ts';

/** What a finding means, in one line. */
export function findingInWords(finding: Finding): string {
  switch (finding.kind) {
    case 'missing-metadata':
      return `${finding.file} is missing or empty: no program can restore this backup as it is.`;
    case 'damaged-metadata':
      return `${finding.file} cannot be read (${finding.reason}).`;
    case 'unfinished':
      return `The last run into this folder did not finish (state “${finding.state}”).`;
    case 'other-phone':
      return `${finding.file} is of another phone (${finding.udid}).`;
    case 'damaged-database':
      return `The list of files (Manifest.db) is damaged: ${finding.reason}.`;
    case 'wrong-password':
      return 'The password does not open this backup.';
    case 'missing':
      return `Missing: ${finding.domain} ${finding.path}.`;
    case 'wrong-size':
      return `Wrong size: ${finding.domain} ${finding.path} (${finding.found} bytes instead of ${finding.expected}).`;
    case 'unreadable-row':
      return `The entry of ${finding.domain} ${finding.path} cannot be read.`;
    case 'orphan':
      return `${finding.fileId} belongs to no entry. It harms nothing.`;
  }
}

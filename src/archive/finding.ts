/** One thing that is wrong with a backup. Paths are inside the backup; `domain` and `path` as on the phone. */
export type Finding =
  | { readonly kind: 'missing-metadata'; readonly file: MetadataFile }
  | { readonly kind: 'damaged-metadata'; readonly file: MetadataFile; readonly reason: string }
  | { readonly kind: 'unfinished'; readonly state: string }
  | { readonly kind: 'other-phone'; readonly file: MetadataFile; readonly udid: string }
  | { readonly kind: 'damaged-database'; readonly reason: string }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'missing'; readonly fileId: string; readonly domain: string; readonly path: string }
  | {
      readonly kind: 'wrong-size';
      readonly fileId: string;
      readonly domain: string;
      readonly path: string;
      readonly expected: number;
      readonly found: number;
    }
  | {
      readonly kind: 'unreadable-row';
      readonly fileId: string;
      readonly domain: string;
      readonly path: string;
    }
  | { readonly kind: 'orphan'; readonly fileId: string };

export type MetadataFile = 'Info.plist' | 'Status.plist' | 'Manifest.plist' | 'Manifest.db';

/** Orphans take room and harm nothing: the phone clears them away in its next run. */
export function isHarmless(finding: Finding): boolean {
  return finding.kind === 'orphan';
}

/** The folders a backup's files lie in: `00` to `ff`, the first two digits of a fileID. */
export const shards: readonly string[] = Array.from({ length: 256 }, (_, number) =>
  number.toString(16).padStart(2, '0'),
);

export function isShard(name: string): boolean {
  return /^[0-9a-f]{2}$/.test(name);
}

/** Where a file lies below the backup's folder, or below its Snapshot. */
export function placeOf(fileId: string): string {
  return `${fileId.slice(0, 2)}/${fileId}`;
}

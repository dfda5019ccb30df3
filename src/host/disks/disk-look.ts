/** What the system tells of the disk a folder lies on; each part may be missing. */
export interface DiskLook {
  /** `ext4`, `vfat`, `apfs`, `exfat`, `ntfs`, `smbfs` … in the system's own words, in small letters. */
  readonly fileSystem?: string;
  /** It is reached over the network. */
  readonly remote?: boolean;
  readonly readOnly?: boolean;
  /** More may be written than is free: the system gives this up by itself when it is needed. */
  readonly purgeableBytes?: number;
  /** Where the disk is mounted. */
  readonly mountPoint?: string;
}

const REMOTE: ReadonlySet<string> = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afpfs', 'webdav', 'davfs', 'fuse.sshfs', 'ceph', '9p'],
]);

export function isRemote(fileSystem: string): boolean {
  return REMOTE.has(fileSystem);
}

const FAT: ReadonlySet<string> = new Set(['fat', 'vfat', 'msdos', 'fat32', 'fat16']);
/** FAT keeps sizes in 32 bits. */
const FAT_MAX_FILE_BYTES = 2 ** 32 - 1;

/** The largest file a file system takes; undefined for no limit worth telling. */
export function maxFileBytesOf(fileSystem: string | undefined): number | undefined {
  return fileSystem !== undefined && FAT.has(fileSystem) ? FAT_MAX_FILE_BYTES : undefined;
}

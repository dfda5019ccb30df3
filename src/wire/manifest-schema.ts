/**
 * An empty Manifest.db, statement by statement as iOS 10 to 14 wrote it. The phone's is also marked as having a
 * write-ahead log, which can only be said after the rows are in: `PRAGMA journal_mode = WAL`.
 */
export const MANIFEST_DDL: string[] = [
  'PRAGMA page_size = 4096',
  'PRAGMA auto_vacuum = INCREMENTAL',
  'CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)',
  'CREATE INDEX FilesDomainIdx ON Files(domain)',
  'CREATE INDEX FilesRelativePathIdx ON Files(relativePath)',
  'CREATE INDEX FilesFlagsIdx ON Files(flags)',
  'CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB)',
  'PRAGMA user_version = 2',
];

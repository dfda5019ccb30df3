import {
  AfcLock,
  AfcOperation,
  type AfcPacket,
  AfcStatus,
  afcNumbers,
  afcStrings,
  splitAfcStrings,
} from '../../wire/afc.ts';
import type { VirtualPhone } from '../phone.ts';
import type { Entry, FileTree } from './file-tree.ts';
import type { OpenFiles } from './open-files.ts';
import { AfcRefusal } from './refusal.ts';

/** What one AFC connection works on. */
export interface AfcSession {
  readonly phone: VirtualPhone;
  readonly tree: FileTree;
  readonly files: OpenFiles;
}

/** What an operation answers: `data` for the client, fields of its own, or nothing but success. */
export type AfcAnswer =
  | { readonly operation: number; readonly data?: Buffer; readonly payload?: Buffer }
  | undefined;

type Operation = (session: AfcSession, packet: AfcPacket) => AfcAnswer;

const BLOCK_BYTES = 4096;
const MAX_READ_BYTES = 8 * 1024 * 1024;
/** A tree in memory has to end somewhere. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
const FORMATS = { directory: 'S_IFDIR', file: 'S_IFREG', link: 'S_IFLNK' } as const;

/** Every operation this phone knows; others are answered `notSupported`. */
export const operations: ReadonlyMap<number, Operation> = new Map<number, Operation>([
  [AfcOperation.readDirectory, ({ tree }, { data }) => strings('.', '..', ...tree.list(text(data, 0)))],
  [AfcOperation.fileInfo, ({ tree }, { data }) => strings(...info(tree.find(text(data, 0))))],
  [AfcOperation.deviceInfo, ({ phone }) => strings(...deviceInfo(phone))],
  [AfcOperation.makeDirectory, ({ tree }, { data }) => done(tree.makeDirectory(text(data, 0)))],
  [AfcOperation.removePath, ({ tree }, { data }) => done(tree.remove(text(data, 0)))],
  [AfcOperation.removePathAndContents, ({ tree }, { data }) => done(tree.remove(text(data, 0), true))],
  [AfcOperation.renamePath, ({ tree }, { data }) => done(tree.rename(text(data, 0), text(data, 0, 1)))],
  [AfcOperation.makeLink, ({ tree }, { data }) => done(tree.makeLink(text(data, 8, 1), text(data, 8)))],
  [AfcOperation.truncate, ({ tree }, { data }) => resize(tree.open(text(data, 8)), size(data, 0))],
  [AfcOperation.setModificationTime, setModificationTime],
  [AfcOperation.fileOpen, ({ files }, { data }) => handle(files.open(text(data, 8), size(data, 0)))],
  [AfcOperation.fileRead, read],
  [AfcOperation.fileWrite, write],
  [AfcOperation.fileSeek, seek],
  [AfcOperation.fileTell, tell],
  [
    AfcOperation.fileSetSize,
    ({ files }, { data }) => resize(files.writable(number(data, 0)).file, size(data, 8)),
  ],
  [AfcOperation.fileLock, lock],
  [AfcOperation.fileClose, ({ files }, { data }) => done(files.close(number(data, 0)))],
]);

function read({ files }: AfcSession, { data }: AfcPacket): AfcAnswer {
  const open = files.at(number(data, 0));
  const bytes = open.file.contents.read(open.position, Math.min(size(data, 8), MAX_READ_BYTES));
  open.position += bytes.length;
  return { operation: AfcOperation.data, payload: bytes };
}

function write({ files, phone }: AfcSession, { data, payload }: AfcPacket): AfcAnswer {
  const open = files.writable(number(data, 0));
  const end = open.position + payload.length;
  if (end > Math.min(MAX_FILE_BYTES, phone.storage.free)) throw new AfcRefusal(AfcStatus.noSpace);
  open.file.contents.write(open.position, payload);
  open.file.modified = phone.now();
  open.position = end;
  return undefined;
}

function seek({ files }: AfcSession, { data }: AfcPacket): AfcAnswer {
  const open = files.at(number(data, 0));
  const origins = [0, open.position, open.file.contents.size];
  const origin = origins[size(data, 8)];
  if (origin === undefined || data.length < 24) throw new AfcRefusal(AfcStatus.badArgument);
  open.position = Math.max(0, origin + Number(data.readBigInt64LE(16)));
  return undefined;
}

function tell({ files }: AfcSession, { data }: AfcPacket): AfcAnswer {
  return { operation: AfcOperation.fileTellResult, data: afcNumbers(files.at(number(data, 0)).position) };
}

function lock({ files }: AfcSession, { data }: AfcPacket): AfcAnswer {
  const open = files.at(number(data, 0));
  const wish = size(data, 8);
  if (wish === AfcLock.unlock) open.lock.release(open);
  else if (!(wish === AfcLock.shared ? open.lock.takeShared(open) : open.lock.takeExclusive(open))) {
    throw new AfcRefusal(AfcStatus.wouldBlock);
  }
  return undefined;
}

function setModificationTime({ tree }: AfcSession, { data }: AfcPacket): AfcAnswer {
  tree.open(text(data, 8)).modified = new Date(Number(number(data, 0) / 1_000_000n));
  return undefined;
}

function resize(entry: Entry, bytes: number): AfcAnswer {
  if (entry.kind !== 'file') throw new AfcRefusal(AfcStatus.isDirectory);
  if (bytes > MAX_FILE_BYTES) throw new AfcRefusal(AfcStatus.noSpace);
  entry.contents.resize(bytes);
  return undefined;
}

/** Decimal text; times in nanoseconds since 1970. */
function info(entry: Entry | undefined): string[] {
  if (!entry) throw new AfcRefusal(AfcStatus.notFound);
  const bytes = entry.kind === 'file' ? entry.contents.size : 0;
  const nanoseconds = (date: Date): string => `${BigInt(date.getTime()) * 1_000_000n}`;
  return [
    ...['st_size', `${bytes}`, 'st_blocks', `${Math.ceil(bytes / BLOCK_BYTES) * 8}`],
    ...[
      'st_nlink',
      entry.kind === 'directory' ? `${entry.entries.size + 2}` : '1',
      'st_ifmt',
      FORMATS[entry.kind],
    ],
    ...['st_mtime', nanoseconds(entry.modified), 'st_birthtime', nanoseconds(entry.created)],
    ...(entry.kind === 'link' ? ['LinkTarget', entry.target] : []),
  ];
}

function deviceInfo({ identity, storage }: VirtualPhone): string[] {
  return [
    ...['Model', identity.productType, 'FSTotalBytes', `${storage.capacity}`],
    ...['FSFreeBytes', `${storage.free}`, 'FSBlockSize', `${BLOCK_BYTES}`],
  ];
}

/** The text number `index` in the NUL-terminated list that starts at `offset`. */
function text(data: Buffer, offset: number, index = 0): string {
  const found = splitAfcStrings(data.subarray(offset))[index];
  if (found === undefined) throw new AfcRefusal(AfcStatus.badArgument);
  return found;
}

function number(data: Buffer, offset: number): bigint {
  if (data.length < offset + 8) throw new AfcRefusal(AfcStatus.badArgument);
  return data.readBigUInt64LE(offset);
}

function size(data: Buffer, offset: number): number {
  return Number(number(data, offset));
}

function strings(...texts: string[]): AfcAnswer {
  return { operation: AfcOperation.data, payload: afcStrings(...texts) };
}

function handle(opened: bigint): AfcAnswer {
  return { operation: AfcOperation.fileOpenResult, data: afcNumbers(opened) };
}

function done(_result: unknown): undefined {
  return undefined;
}

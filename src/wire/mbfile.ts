import { WireError } from './errors.ts';
import { peekSize } from './mbfile-size.ts';
import { asArray, asDict, dictIn, integerIn, isDict, maybeIntegerIn } from './plist/access.ts';
import { encodeBinary } from './plist/binary-encode.ts';
import { decodePlist } from './plist/decode.ts';
import { type PlistArray, type PlistDict, type PlistInput, type PlistValue, Uid } from './plist/value.ts';

/** What the `file` column of Manifest.db says of a file, folder or link: the phone's MBFile object. */
export interface MbFile {
  readonly relativePath: string;
  /** Bytes in the clear. */
  readonly size: number;
  /** POSIX, with the type: 0o100644 a file, 0o040755 a folder, 0o120755 a link. */
  readonly mode: number;
  readonly userId: number;
  readonly groupId: number;
  readonly inode: number;
  /** Unix seconds, as the next two. */
  readonly lastModified: number;
  readonly lastStatusChange: number;
  readonly birth: number;
  readonly protectionClass: number;
  readonly flags: number;
  /** 44 bytes: u32le class and the wrapped key. May stand in plain backups too, where it means nothing. */
  readonly encryptionKey?: Uint8Array;
  /** SHA-1 of the file as it is stored, for domains of the system. */
  readonly digest?: Uint8Array;
  /** Where a link points. */
  readonly target?: string;
  readonly extendedAttributes?: Uint8Array;
}

/** Writes an MBFile as the phone's NSKeyedArchiver does: a flat list of objects that name each other by number. */
export function encodeMbFile(file: MbFile): Buffer {
  const objects: PlistInput[] = ['$null'];
  const add = (value: PlistInput): Uid => new Uid(objects.push(value) - 1);
  const addData = (data: Uint8Array): Uid => {
    const place = objects.length;
    const $class = new Uid(place + 1);
    objects.push({ 'NS.data': data, $class }, classNamed('NSMutableData', 'NSData', 'NSObject'));
    return new Uid(place);
  };

  const root = new Map<string, PlistInput>();
  add(root);
  root.set('LastModified', file.lastModified);
  root.set('Flags', file.flags);
  root.set('GroupID', file.groupId);
  root.set('LastStatusChange', file.lastStatusChange);
  root.set('RelativePath', add(file.relativePath));
  root.set('Birth', file.birth);
  if (file.target !== undefined) root.set('Target', add(file.target));
  if (file.digest) root.set('Digest', add(file.digest));
  if (file.encryptionKey) root.set('EncryptionKey', addData(file.encryptionKey));
  if (file.extendedAttributes) root.set('ExtendedAttributes', add(file.extendedAttributes));
  root.set('Size', file.size);
  root.set('InodeNumber', file.inode);
  root.set('Mode', file.mode);
  root.set('UserID', file.userId);
  root.set('ProtectionClass', file.protectionClass);
  root.set('$class', add(classNamed('MBFile', 'NSObject')));

  return encodeBinary({
    $version: 100_000,
    $archiver: 'NSKeyedArchiver',
    $top: { root: new Uid(1) },
    $objects: objects,
  });
}

function classNamed(...names: [string, ...string[]]): PlistInput {
  return { $classname: names[0], $classes: names };
}

/**
 * Reads an MBFile. What a file can be used without counts as 0 when it is missing.
 * Throws WireError 'wire.plist' or 'wire.unexpected'.
 */
export function decodeMbFile(bytes: Uint8Array): MbFile {
  const archive = asDict(decodePlist(bytes), 'MBFile');
  const objects = asArray(archive.get('$objects'), '$objects');
  const root = asDict(resolve(dictIn(archive, '$top').get('root'), objects), 'root');

  const relativePath = resolve(root.get('RelativePath'), objects);
  if (typeof relativePath !== 'string') throw new WireError('wire.unexpected', 'MBFile without RelativePath');
  const number = (key: string): number => maybeIntegerIn(root, key) ?? 0;
  const target = resolve(root.get('Target'), objects);
  const encryptionKey = dataOf(root, 'EncryptionKey', objects);
  const digest = dataOf(root, 'Digest', objects);
  const extendedAttributes = dataOf(root, 'ExtendedAttributes', objects);
  return {
    relativePath,
    size: integerIn(root, 'Size'),
    mode: integerIn(root, 'Mode'),
    userId: number('UserID'),
    groupId: number('GroupID'),
    inode: number('InodeNumber'),
    lastModified: number('LastModified'),
    lastStatusChange: number('LastStatusChange'),
    birth: number('Birth'),
    protectionClass: number('ProtectionClass'),
    flags: number('Flags'),
    ...(encryptionKey && { encryptionKey }),
    ...(digest && { digest }),
    ...(typeof target === 'string' && { target }),
    ...(extendedAttributes && { extendedAttributes }),
  };
}

/** The size alone, in a fraction of the time: a backup's check asks it of every row. Throws as decoding does. */
export function sizeOfMbFile(bytes: Uint8Array): number {
  return peekSize(bytes) ?? decodeMbFile(bytes).size;
}

function resolve(value: PlistValue | undefined, objects: PlistArray): PlistValue | undefined {
  return value instanceof Uid ? objects[value.value] : value;
}

/** Data, bare or inside an NSData object. */
function dataOf(root: PlistDict, key: string, objects: PlistArray): Uint8Array | undefined {
  const value = resolve(root.get(key), objects);
  const data = isDict(value) ? resolve(value.get('NS.data'), objects) : value;
  return data instanceof Uint8Array ? data : undefined;
}

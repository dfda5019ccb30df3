import { WireError } from '../errors.ts';
import { asArray, asDict, numberOf, stringsOf } from '../plist/access.ts';
import { type PlistDict, type PlistInput, type PlistValue, Real } from '../plist/value.ts';

/** DeviceLink's way to leave a string out. */
export const EMPTY_PARAMETER = '___EmptyParameterString___';

/**
 * What the phone says during a backup or restore. The phone drives: each of these, but for the first two and
 * the last two, waits for an answer. `progress` is percent of the whole operation; it may stall or go back.
 */
export type PhoneMessage =
  | { readonly name: 'DLMessageVersionExchange'; readonly major: number; readonly minor: number }
  | { readonly name: 'DLMessageDeviceReady' }
  | { readonly name: 'DLMessageDownloadFiles'; readonly paths: readonly string[]; readonly progress: number }
  | { readonly name: 'DLMessageUploadFiles'; readonly progress: number; readonly totalBytes: number }
  | { readonly name: 'DLMessageGetFreeDiskSpace' }
  | { readonly name: 'DLContentsOfDirectory'; readonly path: string }
  | { readonly name: 'DLMessageCreateDirectory'; readonly path: string }
  | {
      readonly name: 'DLMessageMoveItems';
      readonly pairs: readonly (readonly [from: string, to: string])[];
      readonly progress: number;
    }
  | { readonly name: 'DLMessageRemoveItems'; readonly paths: readonly string[]; readonly progress: number }
  | { readonly name: 'DLMessageCopyItem'; readonly from: string; readonly to: string }
  | { readonly name: 'DLMessagePurgeDiskSpace'; readonly bytes: number; readonly urgency: number }
  | { readonly name: 'DLMessageProcessMessage'; readonly message: PlistDict }
  | { readonly name: 'DLMessageDisconnect'; readonly reason: string }
  | { readonly name: 'unknown'; readonly called: string };

/** The message as the array that travels; always with every position, since clients index them blindly. */
export function encodePhoneMessage(message: Exclude<PhoneMessage, { name: 'unknown' }>): PlistInput {
  const options = {};
  switch (message.name) {
    case 'DLMessageVersionExchange':
      return [message.name, message.major, message.minor];
    case 'DLMessageDeviceReady':
    case 'DLMessageGetFreeDiskSpace':
      return [message.name];
    case 'DLMessageDownloadFiles':
    case 'DLMessageRemoveItems':
      return [message.name, message.paths, options, new Real(message.progress)];
    case 'DLMessageUploadFiles':
      return [message.name, options, new Real(message.progress), message.totalBytes];
    case 'DLContentsOfDirectory':
      return [message.name, message.path];
    case 'DLMessageCreateDirectory':
      return [message.name, message.path, options];
    case 'DLMessageMoveItems':
      return [message.name, new Map(message.pairs), options, new Real(message.progress)];
    case 'DLMessageCopyItem':
      return [message.name, message.from, message.to, options];
    case 'DLMessagePurgeDiskSpace':
      return [message.name, message.bytes, message.urgency];
    case 'DLMessageProcessMessage':
      return [message.name, message.message];
    case 'DLMessageDisconnect':
      return [message.name, message.reason];
  }
}

/** Reads what the phone said. Older names of the same message are understood; an unknown one is data, not a crash. */
export function decodePhoneMessage(value: PlistValue): PhoneMessage {
  const [name, ...rest] = asArray(value, 'DeviceLink message');
  if (typeof name !== 'string') throw new WireError('wire.devicelink', 'a DeviceLink message without a name');
  const number = (at: number): number => numberOf(rest[at]) ?? 0;
  const text = (at: number): string => stringAt(name, rest[at]);
  switch (name) {
    case 'DLMessageVersionExchange':
      return { name, major: number(0), minor: number(1) };
    case 'DLMessageDeviceReady':
    case 'DLMessageGetFreeDiskSpace':
      return { name };
    case 'DLMessageDownloadFiles':
      return { name, paths: stringsOf(rest[0], name), progress: number(2) };
    case 'DLMessageUploadFiles':
      return { name, progress: number(1), totalBytes: number(2) };
    case 'DLContentsOfDirectory':
      return { name, path: text(0) };
    case 'DLMessageCreateDirectory':
      return { name, path: text(0) };
    case 'DLMessageMoveItems':
    case 'DLMessageMoveFiles':
      return { name: 'DLMessageMoveItems', pairs: pairsOf(name, rest[0]), progress: number(2) };
    case 'DLMessageRemoveItems':
    case 'DLMessageRemoveFiles':
      return { name: 'DLMessageRemoveItems', paths: stringsOf(rest[0], name), progress: number(2) };
    case 'DLMessageCopyItem':
      return { name, from: text(0), to: text(1) };
    case 'DLMessagePurgeDiskSpace':
      return { name, bytes: number(0), urgency: number(1) };
    case 'DLMessageProcessMessage':
      return { name, message: asDict(rest[0], name) };
    case 'DLMessageDisconnect':
      return { name, reason: typeof rest[0] === 'string' ? rest[0] : '' };
    default:
      return { name: 'unknown', called: name };
  }
}

function stringAt(name: string, value: PlistValue | undefined): string {
  if (typeof value !== 'string') throw new WireError('wire.devicelink', `${name} without a path`);
  return value;
}

function pairsOf(name: string, value: PlistValue | undefined): [string, string][] {
  return [...asDict(value, name)].map(([from, to]) => [from, stringAt(name, to)]);
}

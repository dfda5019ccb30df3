import { WireError } from '../errors.ts';
import { asArray, asDict, numberOf } from '../plist/access.ts';
import type { PlistDict, PlistInput, PlistValue } from '../plist/value.ts';
import { EMPTY_PARAMETER } from './phone-message.ts';

/** What the computer says. `payload` of a status: free bytes, a listing, the failures of a batch, or nothing. */
export type HostMessage =
  | { readonly name: 'DLMessageVersionExchange'; readonly major: number }
  | { readonly name: 'DLMessageProcessMessage'; readonly message: PlistInput }
  | {
      readonly name: 'DLMessageStatusResponse';
      readonly status: number;
      readonly text?: string;
      readonly payload?: PlistInput;
    }
  | { readonly name: 'DLMessageDisconnect'; readonly reason?: string };

/** The same as the phone reads it. */
export type ReceivedHostMessage =
  | { readonly name: 'DLMessageVersionExchange'; readonly major: number }
  | { readonly name: 'DLMessageProcessMessage'; readonly message: PlistDict }
  | {
      readonly name: 'DLMessageStatusResponse';
      readonly status: number;
      readonly text: string;
      readonly payload: PlistValue | undefined;
    }
  | { readonly name: 'DLMessageDisconnect'; readonly reason: string }
  | { readonly name: 'unknown'; readonly called: string };

/** The message as the array that travels. */
export function encodeHostMessage(message: HostMessage): PlistInput {
  switch (message.name) {
    case 'DLMessageVersionExchange':
      return [message.name, 'DLVersionsOk', message.major];
    case 'DLMessageProcessMessage':
      return [message.name, message.message];
    case 'DLMessageStatusResponse':
      return [message.name, message.status, message.text || EMPTY_PARAMETER, message.payload ?? {}];
    case 'DLMessageDisconnect':
      return [message.name, message.reason || EMPTY_PARAMETER];
  }
}

/** Reads what a computer said, of whatever program. */
export function decodeHostMessage(value: PlistValue): ReceivedHostMessage {
  const [name, ...rest] = asArray(value, 'DeviceLink message');
  if (typeof name !== 'string') throw new WireError('wire.devicelink', 'a DeviceLink message without a name');
  switch (name) {
    case 'DLMessageVersionExchange':
      return { name, major: numberOf(rest[1]) ?? 0 };
    case 'DLMessageProcessMessage':
      return { name, message: asDict(rest[0], name) };
    case 'DLMessageStatusResponse':
      return {
        name,
        status: signed(rest[0]),
        text: textOf(rest[1]),
        payload: rest[2] === EMPTY_PARAMETER ? undefined : rest[2],
      };
    case 'DLMessageDisconnect':
      return { name, reason: textOf(rest[0]) };
    default:
      return { name: 'unknown', called: name };
  }
}

/** XML writers send the two's complement of a negative status as a large unsigned number. */
function signed(status: PlistValue | undefined): number {
  const number = typeof status === 'bigint' ? Number(BigInt.asIntN(64, status)) : numberOf(status);
  if (number === undefined) throw new WireError('wire.devicelink', 'a status without a number');
  return number;
}

function textOf(value: PlistValue | undefined): string {
  return typeof value === 'string' && value !== EMPTY_PARAMETER ? value : '';
}

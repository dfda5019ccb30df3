import { ThawError } from '../kit/errors.ts';

/** Which of our formats a peer's bytes did not keep to. */
export type WireCode =
  | 'wire.plist'
  | 'wire.unexpected'
  | 'wire.frame'
  | 'wire.usbmux'
  | 'wire.devicelink'
  | 'wire.afc'
  | 'wire.keybag'
  | 'wire.mbdb'
  | 'wire.path'
  | 'wire.typedstream'
  | 'wire.protobuf';

/** Bytes or values that are not what the protocol says; the only error the wire room throws for bad input. */
export class WireError extends ThawError<WireCode> {}

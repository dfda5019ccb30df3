import { asDict, dataIn, maybeDataIn, maybeStringIn, stringIn } from './plist/access.ts';
import { encodeBinary } from './plist/binary-encode.ts';
import { decodePlist } from './plist/decode.ts';

/** What a computer keeps of a pairing. Certificates and keys are PEM text; the keys never leave the computer. */
export interface PairRecord {
  readonly hostId: string;
  readonly systemBuid: string;
  readonly hostCertificate: string;
  readonly hostPrivateKey: string;
  readonly rootCertificate: string;
  readonly rootPrivateKey: string;
  readonly deviceCertificate: string;
  /** From the phone's answer to Pair; lets services run while it is locked. */
  readonly escrowBag?: Uint8Array;
  readonly wifiMacAddress?: string;
}

/** The record as usbmuxd keeps it (`<UDID>.plist`). */
export function encodePairRecord(record: PairRecord): Buffer {
  return encodeBinary({
    DeviceCertificate: Buffer.from(record.deviceCertificate),
    EscrowBag: record.escrowBag,
    HostCertificate: Buffer.from(record.hostCertificate),
    HostID: record.hostId,
    HostPrivateKey: Buffer.from(record.hostPrivateKey),
    RootCertificate: Buffer.from(record.rootCertificate),
    RootPrivateKey: Buffer.from(record.rootPrivateKey),
    SystemBUID: record.systemBuid,
    WiFiMACAddress: record.wifiMacAddress,
  });
}

/** Reads a record of any maker, XML or binary; throws `wire.unexpected` when a part is missing. */
export function decodePairRecord(bytes: Uint8Array): PairRecord {
  const dict = asDict(decodePlist(bytes), 'pair record');
  const pem = (key: string): string => Buffer.from(dataIn(dict, key)).toString();
  const escrowBag = maybeDataIn(dict, 'EscrowBag');
  const wifiMacAddress = maybeStringIn(dict, 'WiFiMACAddress');
  return {
    hostId: stringIn(dict, 'HostID'),
    systemBuid: stringIn(dict, 'SystemBUID'),
    hostCertificate: pem('HostCertificate'),
    hostPrivateKey: pem('HostPrivateKey'),
    rootCertificate: pem('RootCertificate'),
    rootPrivateKey: pem('RootPrivateKey'),
    deviceCertificate: pem('DeviceCertificate'),
    ...(escrowBag && { escrowBag }),
    ...(wifiMacAddress && { wifiMacAddress }),
  };
}

import { dataIn, maybeDictIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';
import type { TrustedHost } from '../trust.ts';
import { type Handler, LockdownError } from './request.ts';

const ESCROW_BAG_BYTES = 32;

/** Raises the Trust dialog, and gives the escrow bag once the owner has agreed. The computer asks until then. */
export const pair: Handler = ({ phone, way }, request) => {
  if (way === phone.wifi) throw new LockdownError('PairingProhibitedOverThisConnection');
  const record = pairRecordIn(request);
  const { trust } = phone;
  if (trust.refusing) throw new LockdownError('MCProtected');
  const hostId = stringIn(record, 'HostID');
  const known = trust.find(hostId);
  if (known) return { EscrowBag: known.escrowBag };
  if (trust.findComputer(stringIn(record, 'SystemBUID'))) trust.dialog = 'accepted';
  if (phone.locked) throw new LockdownError('PasswordProtected');
  if (trust.dialog === 'refused') throw new LockdownError('UserDeniedPairing');
  if (trust.dialog !== 'accepted') {
    if (trust.dialog === 'none') showDialog(phone);
    throw new LockdownError('PairingDialogResponsePending');
  }
  const host = hostFrom(record, phone.random.bytes(ESCROW_BAG_BYTES));
  trust.add(host);
  trust.dialog = 'none';
  return { EscrowBag: host.escrowBag };
};

export const validatePair: Handler = ({ phone }, request) => {
  if (!phone.trust.find(stringIn(pairRecordIn(request), 'HostID'))) throw new LockdownError('InvalidHostID');
  return {};
};

/** A phone that does not know the computer has nothing to forget, and says so. */
export const unpair: Handler = ({ phone }, request) => {
  const hostId = stringIn(pairRecordIn(request), 'HostID');
  if (!phone.trust.find(hostId)) throw new LockdownError('InvalidHostID');
  phone.trust.forget(hostId);
  return {};
};

function pairRecordIn(request: PlistDict): PlistDict {
  const record = maybeDictIn(request, 'PairRecord');
  if (!record) throw new LockdownError('MissingPairRecord');
  return record;
}

function showDialog(phone: VirtualPhone): void {
  const { trust } = phone;
  trust.dialog = 'showing';
  const answered = phone.prompt('trust-prompt', phone.gone);
  answered.then(
    (answer) => {
      trust.dialog = answer;
      if (answer === 'accepted') phone.notify('com.apple.mobile.lockdown.request_pair');
    },
    () => undefined,
  );
}

function hostFrom(record: PlistDict, escrowBag: Buffer): TrustedHost {
  const pem = (key: string): string => Buffer.from(dataIn(record, key)).toString();
  return {
    hostId: stringIn(record, 'HostID'),
    systemBuid: stringIn(record, 'SystemBUID'),
    rootCertificate: pem('RootCertificate'),
    hostCertificate: pem('HostCertificate'),
    deviceCertificate: pem('DeviceCertificate'),
    escrowBag,
  };
}

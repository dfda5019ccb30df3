import { encodePairRecord } from '../wire/pair-record.ts';
import type { VirtualPhone } from './phone.ts';

const ESCROW_BAG_BYTES = 32;

/** A pairing made some time ago: the phone knows this computer, and the record is what its usbmuxd keeps. */
export async function makeEarlierPairing(phone: VirtualPhone, systemBuid: string): Promise<Buffer> {
  const { epoch } = phone.trust;
  const hostId = phone.random.uuid();
  const escrowBag = phone.random.bytes(ESCROW_BAG_BYTES);
  // Loading the certificate library takes longer than all the rest of a start.
  const { makePairCertificates } = await import('../wire/certificates.ts');
  const { publicKey } = await phone.key;
  const certificates = await makePairCertificates(publicKey, monthAgo(phone.clock.now()));
  // Making keys takes a moment, in which the phone may have been told to forget everybody.
  if (phone.trust.epoch === epoch) phone.trust.add({ hostId, systemBuid, escrowBag, ...certificates });
  const wifiMacAddress = phone.identity.wifiAddress;
  return encodePairRecord({ hostId, systemBuid, escrowBag, wifiMacAddress, ...certificates });
}

function monthAgo(now: Date): Date {
  return new Date(now.getTime() - 30 * 86_400_000);
}

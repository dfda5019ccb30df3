import { randomUUID } from 'node:crypto';
import type { PairRecord } from '../wire/pair-record.ts';
import { maybeDataIn } from '../wire/plist/access.ts';
import type { PlistLiteral } from '../wire/plist/value.ts';
import { isPhoneError, PhoneError } from './errors.ts';
import { Lockdown } from './lockdown.ts';
import type { MuxDevice } from './mux-device.ts';
import type { PhoneLink } from './session.ts';

/** What the person must do on the phone before pairing goes on. */
export type PairingAsk = 'unlock' | 'trust';

export interface PairingOptions {
  /** How long to wait for the person. */
  readonly limitMs: number;
  /** Called when what the phone waits for changes. */
  readonly onAsk: (ask: PairingAsk) => void;
}

/** As often as pymobiledevice3 asks; the phone answers at once while its dialog is on the screen. */
const REPEAT_MS = 1_000;

/**
 * Makes this computer one the phone trusts, and has usbmuxd keep the record. Waits for the person to unlock the phone
 * and tap Trust; rejects with `phone.trust-denied` on Don't Trust, at the limit with `phone.trust-pending` or
 * `phone.locked`, and with `phone.supervised` or `phone.trust-needs-cable` where pairing is not allowed.
 */
export async function pair(
  link: PhoneLink,
  options: PairingOptions,
  signal: AbortSignal,
): Promise<PairRecord> {
  const unconfirmed = await proposeRecord(link, signal);
  const escrowBag = await untilTrusted(link, unconfirmed, options, signal);
  const record = { ...unconfirmed, ...(escrowBag && { escrowBag }) };
  await link.mux.savePairRecord(await attachedNow(link, signal), record, signal);
  return record;
}

/** Ends the trust, on the phone and here. Rejects with `phone.not-trusted` when this computer holds no record. */
export async function unpair(link: PhoneLink, signal: AbortSignal): Promise<void> {
  const record = await link.mux.readPairRecord(link.device.udid, signal);
  if (!record) throw new PhoneError('phone.not-trusted', 'this computer was never paired with the phone');
  try {
    await using lockdown = await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal);
    await lockdown.ask('Unpair', pairParameters(record), signal);
  } catch (error) {
    // The phone forgot this computer before: what is left to do is to forget the phone.
    if (!isPhoneError(error, 'phone.not-trusted')) throw error;
  }
  await link.mux.deletePairRecord(link.device.udid, signal);
}

async function proposeRecord(link: PhoneLink, signal: AbortSignal): Promise<PairRecord> {
  await using lockdown = await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal);
  const publicKey = await lockdown.value({ key: 'DevicePublicKey' }, signal);
  const wifiAddress = await lockdown.value({ key: 'WiFiAddress' }, signal);
  if (!(publicKey instanceof Uint8Array))
    throw new PhoneError('phone.refused', 'the phone shows no public key');
  // Only here: its library takes longer to load than all of Thaw, and most runs have a pair record.
  const { makePairCertificates } = await import('../wire/certificates.ts');
  return {
    hostId: randomUUID().toUpperCase(),
    systemBuid: await link.mux.buid(signal),
    ...(await makePairCertificates(Buffer.from(publicKey).toString(), link.clock.now())),
    ...(typeof wifiAddress === 'string' && { wifiMacAddress: wifiAddress.toLowerCase() }),
  };
}

/** Repeats the request until it is granted; gives the escrow bag. */
async function untilTrusted(
  link: PhoneLink,
  record: PairRecord,
  options: PairingOptions,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const deadline = link.clock.ticks() + options.limitMs;
  let asked: PairingAsk | undefined;
  for (;;) {
    try {
      return await askForTrust(link, record, signal);
    } catch (error) {
      const ask = waitsFor(error);
      if (ask === undefined || link.clock.ticks() >= deadline) throw error;
      if (ask !== 'link' && ask !== asked) {
        asked = ask;
        options.onAsk(ask);
      }
      await link.clock.sleep(REPEAT_MS, signal);
    }
  }
}

async function askForTrust(
  link: PhoneLink,
  record: PairRecord,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const device = await attachedNow(link, signal);
  await using lockdown = await Lockdown.open(link.mux, device.deviceId, link.clock, signal);
  return maybeDataIn(await lockdown.ask('Pair', pairParameters(record), signal), 'EscrowBag');
}

/** Some phones reset their USB link when Trust is tapped and come back with another device number. */
async function attachedNow(link: PhoneLink, signal: AbortSignal): Promise<MuxDevice> {
  const { udid, connection } = link.device;
  const devices = await link.mux.devices(signal);
  const device = devices.find((other) => other.udid === udid && other.connection === connection);
  if (!device) throw new PhoneError('phone.gone', 'the phone is no longer attached', { facts: { udid } });
  return device;
}

function waitsFor(error: unknown): PairingAsk | 'link' | undefined {
  if (isPhoneError(error, 'phone.trust-pending')) return 'trust';
  if (isPhoneError(error, 'phone.locked')) return 'unlock';
  return isPhoneError(error, 'phone.gone', 'phone.not-listening') ? 'link' : undefined;
}

/** What the phone is shown of a record: everything but the private keys. */
function pairParameters(record: PairRecord): PlistLiteral {
  return {
    PairRecord: {
      DeviceCertificate: Buffer.from(record.deviceCertificate),
      HostCertificate: Buffer.from(record.hostCertificate),
      RootCertificate: Buffer.from(record.rootCertificate),
      HostID: record.hostId,
      SystemBUID: record.systemBuid,
    },
    PairingOptions: { ExtendedPairingErrors: true },
    ProtocolVersion: '2',
  };
}

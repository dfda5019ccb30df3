import { type PlistLiteral, Real } from '../../wire/plist/value.ts';
import { architectureOf } from '../models.ts';
import type { VirtualPhone } from '../phone.ts';

/** The domain without a name: what the phone is. */
export async function defaultDomain(phone: VirtualPhone): Promise<PlistLiteral> {
  const { publicKey } = await phone.key;
  return {
    ...hardware(phone),
    ...software(phone),
    ...telephony(phone),
    DevicePublicKey: Buffer.from(publicKey),
  };
}

function hardware({ identity, udid }: VirtualPhone): PlistLiteral {
  return {
    BluetoothAddress: identity.bluetoothAddress,
    BoardId: identity.model.boardId,
    CPUArchitecture: architectureOf(identity.model),
    ChipID: identity.model.chip,
    DeviceClass: 'iPhone',
    DeviceColor: '1',
    DieID: identity.uniqueChipId,
    EthernetAddress: identity.ethernetAddress,
    FirmwareVersion: 'iBoot-13822.62.2',
    HardwareModel: identity.model.board,
    HardwarePlatform: `t${identity.model.chip.toString(16)}`,
    HasSiDP: true,
    ModelNumber: identity.model.part,
    PartitionType: 'GUID_partition_scheme',
    ProductType: identity.productType,
    ProductionSOC: true,
    RegionInfo: 'LL/A',
    SerialNumber: identity.serialNumber,
    SupportedDeviceFamilies: [1],
    UniqueChipID: identity.uniqueChipId,
    UniqueDeviceID: udid,
    WiFiAddress: identity.wifiAddress,
  };
}

function software(phone: VirtualPhone): PlistLiteral {
  return {
    ActivationState: 'Activated',
    ActivationStateAcknowledged: true,
    BootSessionID: phone.boot.session,
    BrickState: false,
    BuildVersion: phone.build,
    DeviceName: phone.name,
    HostAttached: true,
    HumanReadableProductVersionString: phone.iosVersion,
    NonVolatileRAM: { 'auto-boot': Buffer.from('true'), 'backlight-level': Buffer.from('1510') },
    PasswordProtected: phone.locked,
    ProductName: 'iPhone OS',
    ProductVersion: phone.iosVersion,
    ProtocolVersion: '2',
    SoftwareBehavior: Buffer.from('11000000000000000000000000000000', 'hex'),
    SoftwareBundleVersion: '',
    TimeIntervalSince1970: new Real(phone.now().getTime() / 1000),
    TimeZone: phone.timeZone,
    TimeZoneOffsetFromUTC: new Real(offsetSeconds(phone)),
    TrustedHostAttached: true,
    UseRaptorCerts: true,
    Uses24HourClock: true,
  };
}

function telephony({ identity }: VirtualPhone): PlistLiteral {
  return {
    BasebandCertId: 2315222105,
    BasebandStatus: 'BBInfoAvailable',
    BasebandVersion: '2.20.03',
    IntegratedCircuitCardIdentity: identity.iccid,
    InternationalMobileEquipmentIdentity: identity.imei,
    InternationalMobileEquipmentIdentity2: identity.imei2,
    MobileEquipmentIdentifier: identity.imei.slice(0, 14),
    PhoneNumber: identity.phoneNumber,
    SIMStatus: 'kCTSIMSupportSIMStatusReady',
    SIMTrayStatus: 'kCTSIMSupportSIMTrayInsertedNoSIM',
    TelephonyCapability: true,
  };
}

/** Seconds the phone's zone is ahead of UTC. */
function offsetSeconds(phone: VirtualPhone): number {
  const now = phone.now();
  const parts = new Intl.DateTimeFormat('en', { timeZone: phone.timeZone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

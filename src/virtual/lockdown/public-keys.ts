/** What a phone tells a computer it does not trust. */
const PUBLIC_KEYS = new Set([
  'ActivationState',
  'BasebandStatus',
  'BluetoothAddress',
  'BoardId',
  'BuildVersion',
  'CPUArchitecture',
  'ChipID',
  'DeviceClass',
  'DeviceColor',
  'DeviceName',
  'DevicePublicKey',
  'DieID',
  'HardwareModel',
  'HasSiDP',
  'HumanReadableProductVersionString',
  'PartitionType',
  'PasswordProtected',
  'ProductName',
  'ProductType',
  'ProductVersion',
  'ProductionSOC',
  'ProtocolVersion',
  'SupportedDeviceFamilies',
  'TelephonyCapability',
  // Maintainers ask for it first when a handshake fails; not seen on hardware by us.
  'TimeIntervalSince1970',
  'UniqueChipID',
  'UniqueDeviceID',
  'WiFiAddress',
]);

export function isPublic(key: string): boolean {
  return PUBLIC_KEYS.has(key);
}

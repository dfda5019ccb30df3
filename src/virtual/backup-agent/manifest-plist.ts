import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import type { VirtualPhone } from '../phone.ts';
import type { BackupKeys } from './backup-keys.ts';

/** `Manifest.plist` of a backup of this phone, as iOS 10 and later write it. */
export function encodeManifestPlist(
  phone: VirtualPhone,
  keys: BackupKeys,
  domains: Iterable<string>,
): Buffer {
  const { identity } = phone;
  return encodeBinary({
    BackupKeyBag: keys.keybag,
    Version: '10.0',
    Date: phone.now(),
    SystemDomainsVersion: '24.0',
    WasPasscodeSet: phone.passcodeSet,
    Lockdown: {
      'com.apple.MobileDeviceCrashCopy': {},
      'com.apple.TerminalFlashr': {},
      'com.apple.mobile.data_sync': {},
      'com.apple.mobile.iTunes.accessories': {},
      'com.apple.mobile.wireless_lockdown': {},
      'com.apple.Accessibility': {},
      ProductVersion: phone.iosVersion,
      ProductType: identity.productType,
      BuildVersion: phone.build,
      UniqueDeviceID: phone.udid,
      SerialNumber: identity.serialNumber,
      DeviceName: phone.name,
    },
    Applications: Object.fromEntries(containers(domains)),
    IsEncrypted: keys.files !== undefined,
    ManifestKey: keys.files?.sealedManifestKey,
  });
}

const CONTAINER = /^AppDomain(Group|Plugin)?-(.+)$/;

/** The apps, plug-ins and groups the domains belong to. */
function* containers(domains: Iterable<string>): Generator<[string, { readonly [key: string]: string }]> {
  for (const domain of domains) {
    const [, kind, identifier] = CONTAINER.exec(domain) ?? [];
    if (!identifier) continue;
    if (kind === 'Group')
      yield [identifier, { CFBundleIdentifier: identifier, ContainerContentClass: 'Data/AppGroup' }];
    else if (kind === 'Plugin')
      yield [identifier, { CFBundleIdentifier: identifier, ContainerContentClass: 'Data/PlugInKitPlugin' }];
    else {
      const Path = `/var/containers/Bundle/Application/${identifier}.app`;
      yield [
        identifier,
        {
          CFBundleIdentifier: identifier,
          CFBundleVersion: '1',
          ContainerContentClass: 'Data/Application',
          Path,
        },
      ];
    }
  }
}

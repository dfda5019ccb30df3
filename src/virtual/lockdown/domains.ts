import { PLIST_EPOCH_SECONDS, type PlistInput, type PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';
import { wifiServiceName } from '../wifi-name.ts';
import { defaultDomain } from './default-domain.ts';
import { batteryDomain, diskUsageDomain, factoryDiskUsageDomain } from './device-domains.ts';
import { itunesDomain } from './itunes-domain.ts';

type Domain = (phone: VirtualPhone) => PlistLiteral;

const backupDomain: Domain = ({ backup }) => ({
  CloudBackupEnabled: backup.cloudBackupEnabled,
  LastCloudBackupDate: sinceReferenceDate(backup.lastCloudBackupDate),
  LastCloudBackupTZ: backup.lastCloudBackupDate && 'GMT',
  LastiTunesBackupDate: sinceReferenceDate(backup.lastiTunesBackupDate),
  LastiTunesBackupTZ: backup.lastiTunesBackupDate && 'GMT',
  RequiresEncryption: backup.requiresEncryption,
  WillEncrypt: backup.willEncrypt,
});

const wirelessDomain: Domain = (phone) => ({
  BonjourFullServiceName: wifiServiceName(phone),
  EnableWifiConnections: phone.wifi.isMet('offered'),
  EnableWifiDebugging: false,
  SupportsWifi: true,
  SupportsWifiSyncing: true,
});

const dataSyncDomain: Domain = () => {
  const synced = { AccountNames: ['iCloud'], Sources: ['iCloud'] };
  return { Bookmarks: synced, Calendars: synced, Contacts: synced, Notes: synced };
};

const setupDomain: Domain = ({ setupDone }) => ({
  SetupDone: setupDone,
  ...(setupDone && { SetupState: 'SetupUsingAssistant' }),
});

const nothing: Domain = () => ({});

const DOMAINS: ReadonlyMap<string, Domain> = new Map<string, Domain>([
  ['com.apple.mobile.backup', backupDomain],
  ['com.apple.mobile.battery', batteryDomain],
  ['com.apple.disk_usage', diskUsageDomain],
  ['com.apple.disk_usage.factory', factoryDiskUsageDomain],
  ['com.apple.mobile.data_sync', dataSyncDomain],
  ['com.apple.mobile.wireless_lockdown', wirelessDomain],
  ['com.apple.mobile.iTunes', () => ({ MinITunesVersion: '12.13.0', ...itunesDomain() })],
  ['com.apple.iTunes', itunesDomain],
  ['com.apple.purplebuddy', setupDomain],
  ['com.apple.PurpleBuddy', setupDomain],
  ['com.apple.mobile.restriction', () => ({ ProhibitAppDelete: false, ProhibitAppInstall: false })],
  ['com.apple.security.mac.amfi', () => ({ DeveloperModeStatus: false })],
  ['com.apple.fmip', ({ findMy }) => ({ IsAssociated: findMy })],
  ['com.apple.mobile.internal', () => ({ IsInternal: false, UIBuild: false, VoidWarranty: false })],
  [
    'com.apple.international',
    () => ({ Keyboard: 'en_US', Language: 'en', Locale: 'en_US', SupportedLocales: ['en_US'] }),
  ],
  ['com.apple.xcode.developerdomain', () => ({ DeveloperStatus: 'Production' })],
  ['com.apple.mobile.chaperone', () => ({ DeviceIsChaperoned: false })],
  ['com.apple.mobile.third_party_termination', () => ({ PropertyListVersion: 1 })],
  ['com.apple.mobile.tethered_sync', nothing],
  ['com.apple.mobile.mobile_application_usage', nothing],
  ['com.apple.mobile.nikita', nothing],
  ['com.apple.mobile.user_preferences', nothing],
  ['com.apple.mobile.sync_data_class', () => ({ Bookmarks: {}, Calendars: {}, Contacts: {} })],
  ['com.apple.mobile.software_behavior', () => ({ NoWiFi: false, Valid: true, ShutterClick: false })],
  ['com.apple.mobile.lockdown_cache', () => ({ ActivationState: 'Activated' })],
  ['com.apple.mobile.lockdownd', nothing],
  ['com.apple.mobile.iqagent', nothing],
  ['com.apple.iqagent', nothing],
  ['com.apple.fairplay', () => ({ FairPlayID: '', KeyGenerationVersion: 15 })],
  ['com.apple.mobile.iTunes.accessories', nothing],
  ['com.apple.mobile.iTunes.store', () => ({ AccountKind: 0, DSPersonID: 0, KnownAccounts: [] })],
  ['com.apple.mobile.iTunes.SQLMusicLibraryPostProcessCommands', nothing],
]);

/** The values of a domain, the default one without a name, sorted by key; undefined when there is no such domain. */
export async function readDomain(
  phone: VirtualPhone,
  domain: string | undefined,
): Promise<ReadonlyMap<string, PlistInput> | undefined> {
  const values = domain === undefined ? await defaultDomain(phone) : DOMAINS.get(domain)?.(phone);
  if (!values) return undefined;
  const present = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [entry(key, value)],
  );
  return new Map(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entry(key: string, value: PlistInput): [string, PlistInput] {
  return [key, value];
}

/** Seconds since 2001, as the phone writes the dates of its backups. */
function sinceReferenceDate(date: Date | undefined): number | undefined {
  return date && Math.floor(date.getTime() / 1000) - PLIST_EPOCH_SECONDS;
}

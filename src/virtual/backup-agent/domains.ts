/** Roots of the domains on the phone; what an upload names is for information only. */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['HomeDomain', '/var/mobile'],
  ['CameraRollDomain', '/var/mobile'],
  ['MediaDomain', '/var/mobile'],
  ['RootDomain', '/var/root'],
  ['KeychainDomain', '/var/Keychains'],
  ['SystemPreferencesDomain', '/var/preferences'],
  ['ManagedPreferencesDomain', '/var/Managed Preferences'],
  ['WirelessDomain', '/var/wireless'],
  ['DatabaseDomain', '/var/db'],
]);

/** An app's own folder. On a real phone a number stands for its name, which only the list of apps tells. */
function containerOf(bundleId: string): string {
  return `/var/mobile/Containers/Data/Application/${bundleId}`;
}

/** Where the file is on the phone. */
export function devicePath(domain: string, relativePath: string): string {
  const app = /^AppDomain-(.+)$/.exec(domain)?.[1];
  if (app !== undefined) return `${containerOf(app)}/${relativePath}`;
  const root = ROOTS.get(domain) ?? `/var/mobile/Containers/${domain.replace('-', '/')}`;
  return `${root}/${relativePath}`;
}

/** Domains that belong to iOS rather than to the person: restored only when system files are. */
export function isSystemDomain(domain: string): boolean {
  return /^(Root|SystemPreferences|ManagedPreferences|Wireless|Network|Database|MobileDevice|Install|Keyboard)Domain$/.test(
    domain,
  );
}

/** Settings as against contents: left alone when the phone keeps its own. */
export function isSetting(domain: string, relativePath: string): boolean {
  return domain === 'SystemPreferencesDomain' || relativePath.startsWith('Library/Preferences/');
}

/** Files that iOS fails to read now and then and a backup does not need. */
export function isHarmless(relativePath: string): boolean {
  return relativePath.endsWith('FileProvider/backup/backup_manifest.db');
}

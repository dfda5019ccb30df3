import type { PlistLiteral } from '../wire/plist/value.ts';

/**
 * The apps on every virtual phone. A current iOS gives neither ApplicationSINF nor iTunesMetadata for most apps,
 * so there is none here.
 */
export const installedApps: readonly PlistLiteral[] = [
  app('User', 'org.example.notes', 'Example Notes', '3.4.1', 41_200_000),
  app('User', 'org.example.podcasts', 'Example Podcasts', '11.0', 88_100_000),
  app('User', 'org.example.maps', 'Example Maps', '7.2', 153_600_000),
  app('User', 'com.example.journal', 'Example Journal', '1.9', 23_400_000),
  app('System', 'com.apple.mobilesafari', 'Safari', '26.2', 12_000_000),
  app('System', 'com.apple.MobileSMS', 'Messages', '26.2', 9_000_000),
  app('System', 'com.apple.mobileslideshow', 'Photos', '26.2', 14_000_000),
];

function app(
  type: 'User' | 'System',
  id: string,
  name: string,
  version: string,
  bytes: number,
): PlistLiteral {
  const home = type === 'User' ? '/private/var/containers/Bundle/Application' : '/Applications';
  return {
    ApplicationType: type,
    CFBundleDisplayName: name,
    CFBundleIdentifier: id,
    CFBundleName: name,
    CFBundleShortVersionString: version,
    CFBundleVersion: version,
    Container: `/private/var/mobile/Containers/Data/Application/${id}`,
    DynamicDiskUsage: Math.floor(bytes / 10),
    Path: `${home}/${name.replaceAll(' ', '')}.app`,
    StaticDiskUsage: bytes,
  };
}

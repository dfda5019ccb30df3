import { randomBytes } from 'node:crypto';
import { isPhoneError } from '../phone/errors.ts';
import type { Afc } from '../phone/services/afc.ts';
import { browseApps, type InstalledApp } from '../phone/services/installation-proxy.ts';
import { appIcons } from '../phone/services/springboard.ts';
import type { Phone } from '../phone/session.ts';
import type { PlistInput, PlistValue } from '../wire/plist/value.ts';
import { encodeXml } from '../wire/plist/xml-encode.ts';
import type { AppContainers } from './app-containers.ts';

/** Small files of the media library that travel inside Info.plist, as iTunes and libimobiledevice do it. */
const ITUNES_FOLDER = '/iTunes_Control/iTunes/';
const ITUNES_FILES = [
  'ApertureAlbumPrefs',
  'IC-Info.sidb',
  'IC-Info.sidv',
  'PhotosFolderAlbums',
  'PhotosFolderName',
  'PhotosFolderPrefs',
  'VoiceMemos.plist',
  'iPhotoAlbumPrefs',
  'iTunesApplicationIDs',
  'iTunesPrefs',
  'iTunesPrefs.plist',
] as const;
const BOOKS_FILE = '/Books/iBooksData2.plist';
/** What proves an app's purchase. */
const PROOF = ['ApplicationSINF', 'iTunesMetadata'] as const;
/** What is written when the phone names no least version of iTunes. */
const OLDEST_ITUNES = '10.0.1';

/** Lockdown values copied when the phone has them, in the order Info.plist holds them. */
const WHERE_PRESENT = {
  beforeApps: [
    ['ICCID', 'IntegratedCircuitCardIdentity'],
    ['IMEI', 'InternationalMobileEquipmentIdentity'],
  ],
  afterDate: [
    ['MEID', 'MobileEquipmentIdentifier'],
    ['Phone Number', 'PhoneNumber'],
  ],
} as const;

/**
 * Info.plist of a backup: who the phone is, its apps, and some files of its media library. Made by the computer,
 * with the same keys, order and form as idevicebackup2 writes them, so that either program can carry on. `containers` learn
 * of the apps on the way.
 */
export async function makeInfoPlist(
  phone: Phone,
  { afc, containers }: { readonly afc: Afc; readonly containers: AppContainers },
  now: Date,
  signal: AbortSignal,
): Promise<Buffer> {
  const { udid } = phone.device;
  const [settings, itunes, apps] = await Promise.all([
    phone.domain('com.apple.iTunes', signal),
    phone.domain('com.apple.mobile.iTunes', signal),
    browseApps(phone, [...PROOF, 'Container'], signal),
  ]);
  containers.fill(apps);
  const value = (key: string): PlistValue | undefined => phone.values.get(key);
  const present = (names: readonly (readonly [string, string])[]): [string, PlistInput][] =>
    names.flatMap(([name, key]): [string, PlistInput][] => {
      const found = value(key);
      return found === undefined ? [] : [[name, found]];
    });
  const info = new Map<string, PlistInput | undefined>([
    ['Applications', await applications(phone, apps, signal)],
    ['Build Version', value('BuildVersion')],
    ['Device Name', value('DeviceName')],
    ['Display Name', value('DeviceName')],
    ['GUID', randomBytes(16).toString('hex').toUpperCase()],
    ...present(WHERE_PRESENT.beforeApps),
    ['Installed Applications', apps.map((app) => app.bundleId)],
    ['Last Backup Date', now],
    ...present(WHERE_PRESENT.afterDate),
    ['Product Type', value('ProductType')],
    ['Product Version', value('ProductVersion')],
    ['Serial Number', value('SerialNumber')],
    ['Target Identifier', udid],
    ['Target Type', 'Device'],
    ['Unique Identifier', udid.toUpperCase()],
    ['iBooks Data 2', await fileContents(afc, BOOKS_FILE, signal)],
    ['iTunes Files', await itunesFiles(afc, signal)],
    ['iTunes Settings', settings],
    ['iTunes Version', itunes.get('MinITunesVersion') ?? OLDEST_ITUNES],
  ]);
  return Buffer.from(encodeXml(withoutGaps(info)));
}

/** Apps whose purchase the phone can prove; current phones prove few of them. */
async function applications(
  phone: Phone,
  apps: readonly InstalledApp[],
  signal: AbortSignal,
): Promise<PlistInput> {
  const proven = apps.filter(({ attributes }) => PROOF.every((key) => attributes.has(key)));
  if (proven.length === 0) return {};
  const icons = await appIcons(
    phone,
    proven.map((app) => app.bundleId),
    signal,
  );
  return new Map(
    proven.map(({ bundleId, attributes }): [string, PlistInput] => [
      bundleId,
      {
        ApplicationSINF: attributes.get('ApplicationSINF'),
        PlaceholderIcon: icons.get(bundleId),
        iTunesMetadata: attributes.get('iTunesMetadata'),
      },
    ]),
  );
}

async function itunesFiles(afc: Afc, signal: AbortSignal): Promise<PlistInput> {
  const files = new Map<string, PlistInput>();
  for (const name of ITUNES_FILES) {
    const contents = await fileContents(afc, ITUNES_FOLDER + name, signal);
    if (contents) files.set(name, contents);
  }
  return files;
}

async function fileContents(afc: Afc, path: string, signal: AbortSignal): Promise<Buffer | undefined> {
  try {
    return await afc.readFile(path, signal);
  } catch (thrown) {
    if (isPhoneError(thrown, 'phone.file-missing')) return undefined;
    throw thrown;
  }
}

function withoutGaps(entries: ReadonlyMap<string, PlistInput | undefined>): PlistInput {
  const whole = new Map<string, PlistInput>();
  for (const [key, value] of entries) if (value !== undefined) whole.set(key, value);
  return whole;
}

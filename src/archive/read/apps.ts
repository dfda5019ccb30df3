/** Display names of well-known apps by bundle id; the phone keeps no names in its backups. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['com.apple.MobileSMS', 'Messages'],
  ['com.apple.mobilephone', 'Phone'],
  ['com.apple.mobilesafari', 'Safari'],
  ['com.apple.mobilemail', 'Mail'],
  ['com.apple.mobilenotes', 'Notes'],
  ['com.apple.mobilecal', 'Calendar'],
  ['com.apple.reminders', 'Reminders'],
  ['com.apple.MobileAddressBook', 'Contacts'],
  ['com.apple.VoiceMemos', 'Voice Memos'],
  ['com.apple.facetime', 'FaceTime'],
  ['com.apple.Health', 'Health'],
  ['com.apple.Home', 'Home'],
  ['com.apple.Passbook', 'Wallet'],
  ['com.apple.DocumentsApp', 'Files'],
  ['com.apple.iBooks', 'Books'],
  ['com.apple.podcasts', 'Podcasts'],
  ['com.apple.Music', 'Music'],
  ['com.apple.Maps', 'Maps'],
  ['com.apple.findmy', 'Find My'],
  ['com.apple.weather', 'Weather'],
  ['com.apple.shortcuts', 'Shortcuts'],
  ['com.apple.mobileslideshow', 'Photos'],
  ['net.whatsapp.WhatsApp', 'WhatsApp'],
  ['net.whatsapp.WhatsAppSMB', 'WhatsApp Business'],
  ['ph.telegra.Telegraph', 'Telegram'],
  ['org.whispersystems.signal', 'Signal'],
  ['com.google.Gmail', 'Gmail'],
  ['com.google.chrome.ios', 'Chrome'],
  ['com.google.Maps', 'Google Maps'],
  ['com.google.photos', 'Google Photos'],
  ['org.mozilla.ios.Firefox', 'Firefox'],
  ['com.facebook.Messenger', 'Messenger'],
  ['com.facebook.Facebook', 'Facebook'],
  ['com.burbn.instagram', 'Instagram'],
  ['com.toyopagroup.picaboo', 'Snapchat'],
  ['com.zhiliaoapp.musically', 'TikTok'],
  ['com.tencent.xin', 'WeChat'],
  ['jp.naver.line', 'LINE'],
  ['com.viber', 'Viber'],
  ['com.microsoft.Office.Outlook', 'Outlook'],
]);

/** Groups whose name does not begin with their app's id. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['group.com.apple.notes', 'com.apple.mobilenotes'],
  ['group.com.apple.VoiceMemos.shared', 'com.apple.VoiceMemos'],
  ['group.com.apple.FileProvider.LocalStorage', 'com.apple.DocumentsApp'],
  ['group.com.apple.safari', 'com.apple.mobilesafari'],
  ['group.is.workflow.my.app', 'com.apple.shortcuts'],
  ['group.is.workflow.shortcuts', 'com.apple.shortcuts'],
  ['group.com.facebook.family', 'com.facebook.Facebook'],
  ['group.viber.share.container', 'com.viber'],
  ['group.com.apple.icloud.fm', 'com.apple.findmy'],
  ['243LU875E5.groups.com.apple.podcasts', 'com.apple.podcasts'],
]);

/** What the domains that belong to no app are to a person. */
const SYSTEM: ReadonlyMap<string, string> = new Map([
  ['CameraRollDomain', 'Photos'],
  ['MediaDomain', 'Message attachments, voice memos, media'],
  ['TonesDomain', 'Ringtones'],
  ['HealthDomain', 'Health'],
  ['HomeKitDomain', 'Home'],
  ['KeychainDomain', 'Passwords'],
  ['BooksDomain', 'Books'],
]);
const OF_IOS = 'iOS settings and data';
/** What is called so here is called otherwise in other languages: everything of Apple's. */
export const namesOfApples: readonly string[] = [
  ...[...NAMES].flatMap(([id, name]) => (id.startsWith('com.apple.') ? [name] : [])),
  ...SYSTEM.values(),
  OF_IOS,
];
const APP_DOMAIN = /^AppDomain(Plugin|Group)?-(.+)$/s;
/** A group or an extension is named after its app in at least this many parts: `net.whatsapp.WhatsApp`. */
const PARTS_OF_AN_ID = 3;

export interface AppOfDomain {
  /** The app's bundle id; undefined for what belongs to iOS itself. */
  readonly id?: string;
  readonly name: string;
}

/** Whose a domain of a backup is. */
export function appOfDomain(domain: string): AppOfDomain {
  const [, kind, rest] = APP_DOMAIN.exec(domain) ?? [];
  if (rest === undefined) return { name: SYSTEM.get(domain) ?? OF_IOS };
  const id = kind === 'Group' ? appOfGroup(rest) : kind === 'Plugin' ? appOfPlugin(rest) : rest;
  return { id, name: NAMES.get(id) ?? id };
}

/** True when a domain holds what an app keeps: its own container, its extensions', or a group's that is named after it. */
export function belongsTo(domain: string, bundleId: string): boolean {
  const [, kind, rest] = APP_DOMAIN.exec(domain) ?? [];
  if (rest === undefined) return false;
  if (kind === undefined) return sameId(rest, bundleId);
  if (kind === 'Group' && GROUPS.get(rest) === bundleId) return true;
  const name = kind === 'Group' ? rest.replace(/^group\./, '') : rest;
  return sameId(name, bundleId) || name.toLowerCase().startsWith(`${bundleId.toLowerCase()}.`);
}

function appOfGroup(group: string): string {
  const known = GROUPS.get(group);
  if (known !== undefined) return known;
  return longestKnown(group.replace(/^group\./, '')) ?? group;
}

/** An extension's id is its app's with a word after it. */
function appOfPlugin(id: string): string {
  return longestKnown(id) ?? (id.split('.').length > PARTS_OF_AN_ID ? id.slice(0, id.lastIndexOf('.')) : id);
}

function longestKnown(id: string): string | undefined {
  const parts = id.split('.');
  for (let length = parts.length; length >= 2; length -= 1) {
    const candidate = parts.slice(0, length).join('.');
    if (NAMES.has(candidate)) return candidate;
  }
  return undefined;
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

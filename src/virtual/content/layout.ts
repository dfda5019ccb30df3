/**
 * A part of a phone's contents that follows one pattern. Everything is a function of a number, so that nothing has
 * to be held per file. Shares are of what is left after the well-known files.
 */
export interface Section {
  readonly domain: string;
  readonly protectionClass: number;
  readonly shareOfFiles: number;
  readonly shareOfBytes: number;
  readonly filesPerFolder: number;
  /** The path of the section's folder number `folder`. */
  readonly folder: (folder: number) => string;
  /** The name of file `index` of the section; `chance` is a 32-bit number of its own. */
  readonly name: (index: number, chance: number) => string;
  /** How large the file is beside the others of the section; 0 makes it empty. */
  readonly weight: (index: number, chance: number) => number;
  /** A symbolic link of the section, as web views leave behind. */
  readonly link?: { readonly path: string; readonly target: string };
}

const words = ['Übersicht', '旅行', 'Cafe\u0301 ☕', 'invoice', 'naïve', 'Ωmega', 'draft (2)', 'recording 🎙'];
const word = (index: number): string => words[index % words.length] ?? '';
const padded = (index: number): string => String(index % 10_000).padStart(4, '0');
const isVideo = (chance: number): boolean => chance % 100 < 12;

const webViewLink = (domain: string) => ({
  path: 'Library/WebKit/WebsiteData/IndexedDB/v0',
  target: `/var/mobile/Containers/Data/Application/${domain}/Library/WebKit/WebsiteData/IndexedDB`,
});

/** Roughly where an iPhone's files and bytes are: most bytes are photos and videos, most files belong to apps. */
export const sections: readonly Section[] = [
  {
    domain: 'CameraRollDomain',
    protectionClass: 3,
    shareOfFiles: 0.25,
    shareOfBytes: 0.8,
    filesPerFolder: 1000,
    folder: (folder) => `Media/DCIM/${100 + folder}APPLE`,
    name: (index, chance) => `IMG_${padded(index + 1)}.${isVideo(chance) ? 'MOV' : 'HEIC'}`,
    weight: (_, chance) => (isVideo(chance) ? 20 : 1) + (chance % 1000) / 500,
  },
  {
    domain: 'MediaDomain',
    protectionClass: 3,
    shareOfFiles: 0.1,
    shareOfBytes: 0.06,
    filesPerFolder: 20,
    folder: (folder) =>
      `Library/SMS/Attachments/${(folder & 0xff).toString(16).padStart(2, '0')}/${String(folder >> 8).padStart(2, '0')}`,
    name: (index) => `IMG_${index}.jpeg`,
    weight: (_, chance) => 1 + (chance % 1000) / 100,
  },
  {
    domain: 'AppDomain-com.example.journal',
    protectionClass: 3,
    shareOfFiles: 0.25,
    shareOfBytes: 0.06,
    filesPerFolder: 200,
    folder: (folder) => `Documents/${word(folder)}/${folder}`,
    name: (index) => `${word(index >> 3)} ${index}.json`,
    weight: (_, chance) => (chance % 1000) ** 2,
    link: webViewLink('AppDomain-com.example.journal'),
  },
  {
    domain: 'AppDomainGroup-group.com.example.chat',
    protectionClass: 1,
    shareOfFiles: 0.2,
    shareOfBytes: 0.06,
    filesPerFolder: 100,
    folder: (folder) => `Message/Media/${folder.toString(16)}`,
    name: (index, chance) => `${chance.toString(16).padStart(8, '0')}-${index}.opus`,
    weight: (_, chance) => 1 + (chance % 16),
  },
  {
    domain: 'HomeDomain',
    protectionClass: 3,
    shareOfFiles: 0.15,
    shareOfBytes: 0.015,
    filesPerFolder: 500,
    folder: (folder) =>
      folder === 0 ? 'Library/Preferences' : `Library/Application Support/Store ${folder}`,
    name: (index) => `com.example.setting-${index}.plist`,
    weight: (index, chance) => (index % 40 === 7 ? 0 : 1 + (chance % 8)),
  },
  {
    domain: 'AppDomainPlugin-com.example.journal.widget',
    protectionClass: 4,
    shareOfFiles: 0.05,
    shareOfBytes: 0.005,
    filesPerFolder: 1000,
    folder: (folder) => `Library/Application Support/${folder}`,
    name: (index) => `timeline-${index}.bin`,
    weight: (index) => (index % 25 === 3 ? 0 : 1),
  },
];

import type { ContentKind } from '../kit/run-event.ts';

const MOBILE = String.raw`^\/(?:private\/)?var\/mobile\/`;

/** By where Apple's own apps keep their data on the phone; the first that fits counts. */
const KINDS: readonly (readonly [where: RegExp, kind: ContentKind])[] = [
  [new RegExp(String.raw`${MOBILE}Media\/(?:DCIM|PhotoData|PhotoStreamsData)\/`), 'photos'],
  [new RegExp(String.raw`${MOBILE}Library\/(?:SMS|Voicemail)\/`), 'messages'],
  [new RegExp(String.raw`${MOBILE}(?:Library\/)?Health\/`), 'health'],
  [new RegExp(String.raw`${MOBILE}Containers\/`), 'apps'],
  [new RegExp(String.raw`${MOBILE}Library\/(?:Preferences|SpringBoard|ConfigurationProfiles)\/`), 'settings'],
  [/^\/(?:private\/)?var\/(?:preferences|Keychains|Managed Preferences|wireless)\//, 'settings'],
];

/** What a file is to a person, as far as its path on the phone tells. */
export function contentKindOf(devicePath: string): ContentKind {
  return KINDS.find(([where]) => where.test(devicePath))?.[1] ?? 'other';
}

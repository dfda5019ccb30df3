import type { ContentChange } from '../../src/virtual/content/phone-content.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';

/** A backup that is killed: of which phone, and over which earlier one. */
export interface Kind {
  readonly name: string;
  readonly scenario: ScenarioInput;
  /** What changes on the phone after an earlier backup; undefined when there is none. */
  readonly since: ContentChange | undefined;
}

export const PASSWORD = 'a password for tests';
const content = { seed: 3, files: 90, bytes: 4_000_000 };
const phone = { passcode: false } as const;
const since: ContentChange = {
  add: [
    { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/new-large.MOV', bytes: 900_000 },
    { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/new-small.HEIC', bytes: 30_000 },
    { domain: 'HomeDomain', relativePath: 'Library/Notes/empty', bytes: 0 },
  ],
  change: [{ domain: 'HomeDomain', relativePath: 'Library/SMS/sms.db', bytes: 50_000 }],
  remove: [{ domain: 'HomeDomain', relativePath: 'Library/Preferences' }],
};

export const kinds: readonly Kind[] = [
  { name: 'a first backup', scenario: { phone, content }, since: undefined },
  { name: 'an incremental one', scenario: { phone, content }, since },
  {
    name: 'an encrypted one',
    scenario: { phone: { ...phone, encrypt: true, backupPassword: PASSWORD, keybagRounds: 1000 }, content },
    since,
  },
];

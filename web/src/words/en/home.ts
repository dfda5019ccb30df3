import type { PhoneState } from '../../../../src/server/contract/phones.ts';

type Platform = 'linux' | 'macos' | 'windows' | 'other';

const states: Readonly<Record<PhoneState, string>> = {
  ready: 'ready',
  locked: 'locked',
  'not-trusted': 'does not trust this computer yet',
  'waiting-for-trust': 'asks whether to trust',
  'before-first-unlock': 'not unlocked since it was switched on',
  updating: 'installing an update',
  starting: 'starting up',
  unreachable: 'cannot be reached',
  unseen: 'not seen by this computer',
  silent: 'does not answer',
  setup: 'is not set up yet',
  'charging-only': 'only charging',
  restore: 'restore mode',
  recovery: 'recovery mode',
  dfu: 'DFU mode',
};

const connect: Readonly<Record<Platform, readonly string[]>> = {
  linux: [
    'Plug the iPhone into this computer with its cable, and unlock it.',
    'If nothing happens: install “usbmuxd”, the program that talks to iPhones (Debian, Ubuntu: sudo apt install usbmuxd).',
    'Then pull the cable and plug it in again.',
  ],
  macos: [
    'Plug the iPhone into this Mac with its cable, and unlock it.',
    'If the Mac asks whether to allow the accessory, allow it.',
    'If nothing happens: try the other end of the Mac, without a hub.',
  ],
  windows: [
    'Install “Apple Devices” from the Microsoft Store, and open it once.',
    'Plug the iPhone into this computer with its cable, and unlock it.',
    'Tap “Trust” on the iPhone when it asks.',
  ],
  other: ['Plug the iPhone into this computer with its cable, and unlock it.'],
};

export const home = {
  looking: 'Looking for your iPhone …',
  lead: {
    none: 'Connect your iPhone with its cable.',
    ready: (name: string) => `${name} is ready to be saved.`,
    safe: (name: string) => `${name} is safe.`,
    running: (name: string) => `${name} is being saved.`,
    locked: (name: string) => `${name} is locked.`,
    notTrusted: (name: string) => `${name} does not trust this computer yet.`,
    waitingForTrust: (name: string) => `${name} is waiting for you to tap “Trust”.`,
    trouble: (name: string) => `${name} is here, but cannot be saved yet.`,
    several: (count: string) => `${count} iPhones are here.`,
  },
  noneAbout: 'It appears here by itself as soon as this computer sees it.',
  connect,
  connectTitle: 'What to do',
  anIphone: 'iPhone',
  states,
  battery: (percent: string, charging: boolean) => `Battery ${percent}${charging ? ', charging' : ''}`,
  trusts: 'trusts this computer',
  wifi: 'over Wi-Fi',
  virtualTag: 'virtual',
  virtualAct: 'Do it on the virtual iPhone',
  virtualAbout: 'Not a real phone: it lives in this program, with made-up contents.',
  lastBackup: {
    verified: (ago: string) => `Last good backup ${ago}, verified`,
    unverified: (ago: string) => `Last backup ${ago}, not verified`,
    none: 'No backup on this computer yet',
  },
  due: {
    now: 'The next one is due',
    on: (day: string) => `The next one is due on ${day}`,
  },
  backUp: 'Back up now',
  seeRun: 'See how it goes',
  trust: 'Let it ask for trust',
  trustAsked: 'Look at the iPhone: tap “Trust”, then enter its passcode.',
  cut: (ago: string) => `A backup was cut off ${ago}. What had arrived is kept.`,
  try: {
    title: 'No iPhone at hand?',
    about: 'Try everything with a virtual iPhone. It lives in this program and harms nothing.',
    start: 'Try with a virtual iPhone',
    stop: 'Put the virtual iPhone away',
    story: 'What shall happen to it?',
    plain: 'Nothing: all goes well',
  },
  lately: {
    title: 'Lately',
    kinds: {
      check: 'Check',
      backup: 'Backup',
      verify: 'Verification',
      repair: 'Repair',
      restore: 'Restore',
      extract: 'Copying out',
      watch: 'iCloud watch',
      password: 'Backup password',
      'bring-back': 'Bringing back',
      fix: 'Mending',
    },
    outcomes: {
      verified: 'done and verified',
      'needs-person': 'waits for you',
      failed: 'did not succeed',
      cancelled: 'stopped',
      finished: 'done',
      running: 'running',
      interrupted: 'cut off',
    },
  },
};

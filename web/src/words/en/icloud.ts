/** The phone's own backup to iCloud. */
export const icloud = {
  looking: 'Looking for your iPhone …',
  none: 'Connect the iPhone whose iCloud backup is stuck.',
  noneAbout: 'Only the iPhone itself can say what its iCloud backup is doing. It appears here by itself.',
  toPhones: 'Go to your phones',
  which: 'Which iPhone?',
  asking: (name: string) => `Asking ${name} about its iCloud backup …`,
  cannotAsk: (name: string) => `${name} cannot be asked about its iCloud backup now.`,
  lead: {
    running: (name: string) => `${name} is backing up to iCloud now.`,
    off: (name: string) => `iCloud Backup is off on ${name}.`,
    last: (name: string, ago: string) => `${name} last backed up to iCloud ${ago}.`,
    never: (name: string) => `iCloud Backup is on, but ${name} never finished one.`,
    unknown: (name: string) => `Watch what the iCloud backup of ${name} is doing.`,
  },
  about:
    'Thaw does not make this backup; it sees what the iPhone says while it does, and what gets in its way.',
  watch: 'Watch it live',
  watchAbout:
    'Thaw follows the iPhone’s own log, says what it is doing, and asks you for what may help. Nothing on it is changed.',
  seeRun: 'See what is running',
  advice: 'What helps',
  facts: 'What the last backup here tells of it',
  factsFrom: (moment: string) => `From the backup of ${moment}.`,
  never: 'Thaw never asks for the password of your Apple Account.',
  apple: {
    title: 'What Apple says',
    notAsked:
      'Apple was not asked. Asking is the only thing here that leaves this computer, and it tells Apple nothing about you.',
    ask: 'Ask Apple’s system status',
    asking: 'Asking …',
    asOf: (ago: string) => `asked ${ago}`,
    states: {
      fine: 'works',
      maintenance: 'maintenance',
      slow: 'slow',
      issue: 'trouble',
      outage: 'down',
      unlisted: 'no word of it',
    },
  },
};

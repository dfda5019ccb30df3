import type { CloudReason } from '../../kit/cloud-reason.ts';
import type { EvidenceKind } from '../../kit/evidence.ts';
import type { WordsOf } from './words-of.ts';

const REASONS: Readonly<Record<CloudReason, string>> = {
  'icloud-full': 'there was no room in iCloud',
  'phone-full': 'there was no room on the iPhone',
  'missing-file': 'a file was not there',
  'missing-keys': 'encryption keys were missing',
  network: 'iCloud was not reached',
  'tls-refused': 'the protected connection was refused',
  'helper-died': 'a helper process ended',
  account: 'iCloud did not let it in',
  'server-busy': 'the server turned it away',
  'put-off': 'iOS put it off',
  locked: 'the iPhone was locked',
  restoring: 'a restore was still at work',
  cancelled: 'it was stopped',
  unknown: 'the reason is not known',
};
const PUT_OFF = {
  failures: 'it failed before',
  full: 'iCloud was full',
  keys: 'keys were missing',
  server: 'the server asked for it',
} as const;

export const cloudWords: WordsOf<Extract<EvidenceKind, `cloud.${string}`>> = {
  'cloud.failed': ({ reason, final, domain, code, daysAgo }) => {
    const number = domain === '' ? '' : ` (${domain} ${code})`;
    const when = daysAgo === undefined ? '' : ` ${daysAgo} days before`;
    return `${final ? 'an iCloud backup failed' : 'an iCloud backup had trouble'}${when}: ${REASONS[reason]}${number}`;
  },
  'cloud.conditions': ({ locked, power, wifi }) =>
    `the iPhone was ${locked ? 'locked' : 'in use'}, ${power ? 'on power' : 'without power'} and ${wifi ? 'on Wi-Fi' : 'without Wi-Fi'}`,
  'cloud.put-off': ({ because }) => `the iPhone put its next iCloud backup off because ${PUT_OFF[because]}`,
  'cloud.helper-ended': ({ process, what }) =>
    `${process} ${what === 'memory-kill' ? 'was ended for the memory it used' : 'ended badly'}`,
  'cloud.off': () => 'iCloud Backup was switched off',
  'cloud.restoring': () => 'a restore from iCloud was not over',
};

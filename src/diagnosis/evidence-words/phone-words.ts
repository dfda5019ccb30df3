import { sizeInWords, timeInWords, timesInWords } from '../../kit/amounts.ts';
import type { EvidenceKind } from '../../kit/evidence.ts';
import type { WordsOf } from './words-of.ts';

type PhoneKind = Extract<
  EvidenceKind,
  | `phone.${string}`
  | `battery.${string}`
  | `crash.${string}`
  | `pairing.${string}`
  | `tls.${string}`
  | `icloud.${string}`
>;

const MODES = { restore: 'restore mode', recovery: 'recovery mode', dfu: 'DFU mode' } as const;
const ENDS = {
  crash: 'crashed',
  'memory-kill': 'was ended for the memory it used',
  'resource-limit': 'went over a limit',
  panic: 'took the whole system down',
} as const;

export const phoneWords: WordsOf<PhoneKind> = {
  'phone.cancelled': () => 'the backup was stopped on the iPhone’s screen',
  'phone.answers': () => 'the iPhone answered on a second connection',
  'phone.mute': ({ layer, seconds }) =>
    `${layer === 'usbmux' ? 'the service that talks to iPhones' : 'the iPhone'} gave no answer on a second connection for ${timeInWords(seconds)}`,
  'phone.lock': ({ locked }) => `the iPhone was ${locked ? 'locked' : 'unlocked'}`,
  'phone.low-power-changed': () => 'Low Power Mode was switched',
  'phone.before-first-unlock': () => 'the iPhone had not been unlocked since it was switched on',
  'phone.restarted': ({ secondsAway }) => `the iPhone restarted and was away for ${timeInWords(secondsAway)}`,
  'phone.updating': () => 'the iPhone was installing an update',
  'phone.starting': () => 'the iPhone was on the cable and nothing in it listened yet',
  'phone.mode': ({ mode }) => `the iPhone was in ${MODES[mode]}`,
  'phone.setup-unfinished': ({ activated }) =>
    activated ? 'the iPhone’s set-up was not finished' : 'the iPhone was not activated',
  'phone.supervised': () => 'the iPhone is managed by an organisation',
  'phone.space': ({ availableBytes, capacityBytes }) =>
    `${sizeInWords(availableBytes)} of ${sizeInWords(capacityBytes)} were free on the iPhone`,
  'pairing.record': ({ here, accepted }) =>
    here
      ? `the iPhone ${accepted ? 'accepted' : 'did not accept'} this computer’s pairing`
      : 'this computer holds no pairing with the iPhone',
  'pairing.stale': ({ daysSinceContact }) => `phone and computer had not met for ${daysSinceContact} days`,
  'tls.broken': ({ certificate }) =>
    certificate === 'other'
      ? 'the protected connection showed a certificate that is not the iPhone’s'
      : 'the protected connection broke off while it was being made',
  'battery.state': ({ percent, charging, celsius, healthPercent }) => {
    const parts = [
      percent !== undefined && `at ${Math.round(percent)} %`,
      charging !== undefined && (charging ? 'charging' : 'not charging'),
      celsius !== undefined && `${Math.round(celsius)} °C warm`,
      healthPercent !== undefined && `with ${Math.round(healthPercent)} % of its first capacity`,
    ].filter((part) => typeof part === 'string');
    return parts.length === 0 ? 'the battery was looked at' : `the battery was ${parts.join(', ')}`;
  },
  'crash.report': ({ process, what, secondsAgo }) =>
    `a report on the iPhone says that ${process} ${ENDS[what]} ${timeInWords(secondsAgo)} earlier`,
  'icloud.state': ({ backupOn }) => `iCloud Backup was ${backupOn ? 'on' : 'off'}`,
};

export const logWords: WordsOf<Extract<EvidenceKind, `log.${string}`>> = {
  'log.scanning': () => 'the iPhone’s log shows that it scans its files',
  'log.space': ({ uploadBytes }) => `the iPhone wants to send ${sizeInWords(uploadBytes)}`,
  'log.wants-space': ({ missingBytes }) => `the iPhone misses ${sizeInWords(missingBytes)} of room here`,
  'log.file-unreadable': ({ domain }) =>
    `the iPhone’s log names a file it could not read${domain === '' ? '' : ` (${domain})`}`,
  'log.computer-refused': ({ code }) => `the iPhone says that this computer answered with error ${code}`,
  'log.link-broken': () => 'the iPhone’s log says that the connection broke',
  'log.locked': ({ process }) => `${process} could not open protected files because the iPhone was locked`,
  'log.crashed': ({ process, onFileName }) =>
    `${process} crashed${onFileName ? ' over the name of a file' : ''}`,
  'log.memory-kill': ({ process }) => `the iPhone ended ${process} for the memory it used`,
  'log.daemon-exit': ({ status }) => `the backup program on the iPhone ended (status ${status})`,
  'log.backup-failed': ({ code }) => `the iPhone’s log says that the backup failed (error ${code})`,
  'log.backup-finished': () => 'the iPhone’s log says that the backup is finished',
  'log.icloud-backup': () => 'an iCloud backup was at work on the iPhone',
};

export const watchWords: WordsOf<Extract<EvidenceKind, `watch.${string}`>> = {
  'watch.stuck': ({ silentSeconds }) => `no sign of life came for ${timeInWords(silentSeconds)}`,
  'watch.quiet': ({ seconds }) => `nothing arrived for ${timeInWords(seconds)}, but the iPhone was at work`,
  'watch.percent-odd': ({ pattern, percent, times }) =>
    pattern === 'no-end'
      ? 'the progress stood at 100 % and no end came'
      : `the progress went back ${timesInWords(times)}, last to ${percent} %`,
  'watch.rate-fell': ({ bytesPerSecond, beforeBytesPerSecond }) =>
    `the rate fell from ${sizeInWords(beforeBytesPerSecond)} to ${sizeInWords(bytesPerSecond)} a second`,
};

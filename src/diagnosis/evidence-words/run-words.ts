import { count, sizeInWords, timeInWords, timesInWords } from '../../kit/amounts.ts';
import type { EvidenceKind } from '../../kit/evidence.ts';
import type { NetworkEvidence } from '../../kit/network-evidence.ts';
import type { WordsOf } from './words-of.ts';

type RunKind = Exclude<
  EvidenceKind,
  | keyof NetworkEvidence
  | `phone.${string}`
  | `battery.${string}`
  | `crash.${string}`
  | `pairing.${string}`
  | `tls.${string}`
  | `icloud.${string}`
  | `cloud.${string}`
  | `log.${string}`
  | `watch.${string}`
  | `destination.${string}`
  | `computer.${string}`
  | `manifest.${string}`
  | `backup.${string}`
  | `version.${string}`
>;

const PROMPTS = {
  passcode: 'its passcode',
  trust: 'whether to trust this computer',
  unlock: 'to be unlocked',
} as const;
const LEFT = {
  'vault-lock': 'the lock of the backup folder',
  'sync-lock': 'the iPhone’s sync lock',
  'phone-snapshot': 'a snapshot on the iPhone',
  partial: 'a half-made backup',
} as const;
const RESULTS = {
  helped: 'and it helped',
  'went-on': 'and the backup went on after it',
  'no-effect': 'and it did not help',
  failed: 'and that did not work',
  'not-done': 'and it was not done',
} as const;

const PORT_EVENTS = {
  reset: 'a restart',
  disconnect: 'a loss',
  'over-current': 'an overload',
} as const;

export const runWords: WordsOf<RunKind> = {
  'link.detached': () => 'the iPhone left the cable connection',
  'link.attached': ({ secondsAway }) => `the iPhone came back after ${timeInWords(secondsAway)}`,
  'link.steady': () => 'the iPhone stayed connected when the conversation broke off',
  'link.slow': ({ bytesPerSecond }) => `the connection carried ${sizeInWords(bytesPerSecond)} a second`,
  'link.power-only': () => 'something by Apple took power at a port of this computer and showed no data',
  'link.bus-errors': ({ times, code }) =>
    `the computer saw an error on the cable ${timesInWords(times)} (${code})`,
  'link.port': ({ hubs, megabitsPerSecond }) =>
    `the iPhone was plugged in ${hubs === 0 ? 'straight into the computer' : `behind ${count(hubs, 'hub')}`}${
      megabitsPerSecond === undefined ? '' : ` at ${megabitsPerSecond} Mbit/s`
    }`,
  'link.port-events': ({ event, times, onHub }) =>
    `the computer saw ${PORT_EVENTS[event]} of the ${onHub ? 'hub' : 'iPhone’s port'} ${timesInWords(times)}`,
  'link.compared': ({ bytesPerSecondBefore, bytesPerSecond }) =>
    `the connection carries ${sizeInWords(bytesPerSecond)} a second now, ${sizeInWords(bytesPerSecondBefore)} before`,
  'attempt.failed': ({ code, bytes, percent }) =>
    `an attempt ended${percent === undefined ? '' : ` at ${Math.round(percent)} %`} after ${sizeInWords(bytes)} (${code})`,
  'attempt.repeated': ({ percent, times }) => `the backup stopped ${timesInWords(times)} at ${percent} %`,
  'prompt.waits': ({ what, seconds }) => `the iPhone asked for ${PROMPTS[what]} for ${timeInWords(seconds)}`,
  'prompt.expired': () => 'the passcode prompt went away without the passcode',
  'prompt.gone': () => 'what the iPhone asked for went from its screen',
  'prompt.answered': () => 'what the iPhone asked for was answered',
  'file.unreadable': ({ path, app }) =>
    `the iPhone could not read ${path}${app === undefined ? '' : ` of the app ${app}`}`,
  'space.wanted': ({ wantedBytes }) => `the iPhone asked this computer to free ${sizeInWords(wantedBytes)}`,
  'daemon.gone': () => 'the backup program on the iPhone hung up while the iPhone itself answered',
  'size.absurd': ({ uploadBytes, capacityBytes }) =>
    `the iPhone wants to send ${sizeInWords(uploadBytes)}, though it holds ${sizeInWords(capacityBytes)}`,
  'sync-lock.held': ({ seconds }) => `the iPhone’s sync lock was taken for ${timeInWords(seconds)}`,
  'run.left-behind': ({ what }) => `a run that no longer lives left ${LEFT[what]} behind`,
  'clock.differs': ({ seconds }) =>
    `the clocks of iPhone and computer differed by ${timeInWords(Math.abs(seconds))}`,
  'encryption.state': ({ on, forced }) =>
    `encrypted backups are ${forced ? 'demanded by a profile' : on ? 'on' : 'off'}`,
  'encryption.changed': ({ on }) => `encryption was switched ${on ? 'on' : 'off'} since the last backup`,
  'password.refused': () => 'the backup password did not open the backup’s keys',
  'remedy.tried': ({ remedy, result }) => `${remedy} was tried, ${RESULTS[result]}`,
};

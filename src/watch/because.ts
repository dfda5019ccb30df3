import { timeInWords } from '../kit/amounts.ts';
import type { Grounds } from '../kit/grounds.ts';

const WEAK: Readonly<Record<string, string>> = {
  log: 'the backup program’s log on the iPhone goes on',
  notification: 'the iPhone still announces things',
  disk: 'the disk still answers',
};

const PERSON = {
  passcode: 'the iPhone shows its passcode prompt',
  trust: 'the iPhone asks whether to trust this computer',
  unlock: 'the iPhone is locked',
} as const;

/** Why the watch judges as it does, in one sentence without its full stop. */
export function because(grounds: Grounds): string {
  const { reason, silentSeconds, limitSeconds, weakSign, waitingFor } = grounds;
  switch (reason) {
    case 'moving':
      return 'something arrived just now';
    case 'waiting':
      return waitingFor === undefined ? 'a person is asked for' : PERSON[waitingFor];
    case 'away':
      return 'the iPhone is no longer connected';
    case 'mute':
      return `nothing has arrived for ${timeInWords(silentSeconds)}, and the iPhone does not answer on a second connection either`;
    case 'silent':
      return `no sign of life has come for ${timeInWords(silentSeconds)}; up to ${timeInWords(limitSeconds)} would be normal here`;
    case 'quiet':
      return weakSign === undefined
        ? `nothing has arrived for ${timeInWords(silentSeconds)}, and up to ${timeInWords(limitSeconds)} is normal here`
        : `nothing has arrived for ${timeInWords(grounds.strongSeconds)}, but ${WEAK[weakSign] ?? 'something still moves'}`;
  }
}

import type { Norms, PhaseNorm } from './sign.ts';

const conversation = {
  strong: ['bytes', 'files', 'message', 'percent'],
  weak: ['log', 'notification'],
} as const satisfies Partial<PhaseNorm>;

/**
 * What is normal for a phone nobody knows yet. Known from reports: a phone prepares for more than a minute before its
 * first file (62 s where it was measured) and may scan for an hour with nothing but log lines; the passcode prompt
 * stays for three minutes; a link at work is hardly ever silent for half a minute.
 */
export const norms: Norms = {
  phases: {
    connecting: {
      strong: ['message', 'attached'],
      weak: [],
      quietAfterSeconds: 10,
      stuckAfterSeconds: 60,
      unheardAfterSeconds: 60,
    },
    'waiting-for-trust': {
      strong: ['message', 'attached'],
      weak: [],
      quietAfterSeconds: 10,
      stuckAfterSeconds: 120,
      unheardAfterSeconds: 120,
    },
    'waiting-for-passcode': {
      ...conversation,
      quietAfterSeconds: 10,
      stuckAfterSeconds: 120,
      unheardAfterSeconds: 300,
    },
    preparing: {
      ...conversation,
      quietAfterSeconds: 10,
      stuckAfterSeconds: 180,
      unheardAfterSeconds: 600,
    },
    sending: {
      ...conversation,
      quietAfterSeconds: 10,
      stuckAfterSeconds: 45,
      unheardAfterSeconds: 120,
    },
    finishing: {
      ...conversation,
      quietAfterSeconds: 15,
      stuckAfterSeconds: 120,
      unheardAfterSeconds: 300,
    },
    // Thaw's own work: only the disk and the keys can hold it up.
    verifying: {
      strong: ['files', 'message'],
      weak: ['disk'],
      quietAfterSeconds: 15,
      stuckAfterSeconds: 300,
      unheardAfterSeconds: 300,
    },
  },
  personSeconds: 600,
  muteSeconds: 30,
  awaySeconds: 5,
  noEndSeconds: 60,
  excusedSeconds: 300,
};

import type { Norms, PhaseNorm } from '../../watch/sign.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * What is normal for a backup to iCloud, of which only the log is seen: its daemon may say nothing for hours while it looks
 * for changes or sends one long video. Apple tells people to leave it a day before they worry.
 */
const atWork: PhaseNorm = {
  strong: ['message'],
  weak: ['log'],
  quietAfterSeconds: 120,
  stuckAfterSeconds: DAY,
  unheardAfterSeconds: DAY,
};

export const cloudNorms: Norms = {
  phases: {
    connecting: atWork,
    'waiting-for-trust': atWork,
    'waiting-for-passcode': atWork,
    preparing: atWork,
    sending: atWork,
    finishing: atWork,
    verifying: atWork,
  },
  personSeconds: 600,
  // It goes on behind a service that hangs, and without the cable.
  muteSeconds: HOUR,
  awaySeconds: Number.POSITIVE_INFINITY,
  noEndSeconds: DAY,
  excusedSeconds: DAY,
};

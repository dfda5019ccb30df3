import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, given, KEPT } from '../cause.ts';

/** The phone answers, its backup daemon does nothing: neither data nor a line in the log. */
export const backupDaemonSilent: Cause = {
  id: 'backup-daemon-silent',
  requirements: ['A3', 'B1'],
  // What "it just stands there" comes down to when phone, link and disk are well.
  prior: 35,
  signs: [
    given('watch.stuck', 20, ({ log, phase }) => log === 'silent' && phase !== 'connecting'),
    given('watch.stuck', 10, ({ phase }) => phase !== 'connecting'),
    // It is the daemon that hangs, not the phone around it.
    given('phone.answers', 6),
    given('phone.mute', 1 / 50),
    given('log.scanning', 1 / 40),
    given('watch.quiet', 1 / 40),
    given('prompt.waits', 1 / 20),
    given('destination.lost', 1 / 20),
    given('destination.slow', 1 / 3),
    given('link.detached', 1 / 5),
  ],
  tell: (seen) => {
    const stuck = seen.last('watch.stuck');
    const answers = seen.has('phone.answers') ? ', though the phone itself answers' : '';
    return {
      sentence: `The backup program on the iPhone has gone silent${
        stuck === undefined ? '' : ` for ${timeInWords(stuck.silentSeconds)}`
      }${answers}.`,
      safe: KEPT,
      next: 'Thaw ends this connection and begins a new one, which starts that program afresh. If it hangs again, the phone needs a restart.',
    };
  },
};

import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** Since iOS 16.1 the phone asks for the passcode at the start of each backup and gives up after about three minutes. */
export const passcodeNotEntered: Cause = {
  id: 'passcode-not-entered',
  requirements: ['A10', 'C8', 'C11'],
  // The most frequent of the "nothing happens" cases since iOS 16.1.
  prior: 45,
  signs: [
    // A prompt that has just come up is what every backup begins with.
    given('prompt.waits', 60, ({ what, seconds }) => what === 'passcode' && seconds >= 15),
    given('prompt.waits', 2, ({ what }) => what === 'passcode'),
    // The phone asked and then said that it is locked: nobody entered it.
    given('prompt.expired', 3000),
    // 208, after about three minutes of silence.
    failedWith(1200, 'backup.locked'),
    given('log.backup-failed', 100, ({ code }) => code === 208),
    // Mostly because it was entered.
    given('prompt.gone', 1 / 10, ({ what }) => what === 'passcode'),
    given('prompt.answered', 1 / 30, ({ what }) => what === 'passcode'),
    given('watch.stuck', 2, ({ phase }) => phase === 'preparing' || phase === 'waiting-for-passcode'),
    given('log.scanning', 1 / 20),
    given('phone.mute', 1 / 20),
  ],
  tell: (seen) => {
    const prompt = seen.last('prompt.waits', ({ what }) => what === 'passcode');
    const ended = seen.has('attempt.failed', ({ code }) => code === 'backup.locked');
    // Before iOS 16.1 it refuses at once, and of a prompt nothing may be heard.
    const asked = prompt !== undefined || seen.has('prompt.expired');
    return {
      sentence: ended
        ? asked
          ? 'The iPhone asked for its passcode and gave up because nobody entered it.'
          : 'The iPhone is locked, and nobody entered its passcode.'
        : `The iPhone is waiting for its passcode${
            prompt === undefined || prompt.seconds < 5 ? '' : `, for ${timeInWords(prompt.seconds)} now`
          }.`,
      safe: EARLIER_SAFE,
      next: `Enter the passcode on the iPhone${
        !ended && prompt?.secondsLeft !== undefined
          ? `: it waits ${timeInWords(prompt.secondsLeft)} more`
          : ''
      }. Nothing is sent before.`,
    };
  },
};

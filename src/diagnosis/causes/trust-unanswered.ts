import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The Trust dialog is open and nobody tapped it. */
export const trustUnanswered: Cause = {
  id: 'trust-unanswered',
  requirements: ['A10', 'C11', 'C8'],
  // The dialog comes up to half a minute late, and people have stopped looking by then.
  prior: 25,
  signs: [
    failedWith(1200, 'phone.trust-pending'),
    // One that has just come up is what every first meeting begins with.
    given('prompt.waits', 300, ({ what, seconds }) => what === 'trust' && seconds >= 15),
    given('prompt.waits', 2, ({ what }) => what === 'trust'),
    given('prompt.gone', 1 / 10, ({ what }) => what === 'trust'),
    given('prompt.answered', 1 / 20, ({ what }) => what === 'trust'),
    given('pairing.record', 1 / 30, ({ accepted }) => accepted),
  ],
  tell: (seen) => {
    const prompt = seen.last('prompt.waits', ({ what }) => what === 'trust');
    const ended = seen.has('attempt.failed', ({ code }) => code === 'phone.trust-pending');
    return {
      sentence: ended
        ? 'The iPhone asked whether to trust this computer, and nobody answered.'
        : `The iPhone asks whether to trust this computer${
            prompt === undefined || prompt.seconds < 5 ? '' : `, for ${timeInWords(prompt.seconds)} now`
          }.`,
      safe: NOTHING_CHANGED,
      next: 'Unlock it, tap Trust, and enter the passcode.',
    };
  },
};

import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone is on the bus and its doorkeeper refuses: it starts, installs an update, or tidies up after one. */
export const phoneBusy: Cause = {
  id: 'phone-busy',
  requirements: ['C1'],
  prior: 10,
  signs: [
    // A frozen phone says nothing; one that starts has nobody at the door yet, and says so.
    given('phone.starting', 400),
    failedWith(40, 'phone.not-listening'),
    given('phone.mute', 1 / 10, ({ layer }) => layer === 'lockdown'),
    given('phone.answers', 1 / 60),
    given('phone.updating', 1 / 4),
  ],
  tell: () => ({
    sentence:
      'The iPhone is connected and at work on itself: it is starting, or installing an update. It is not frozen.',
    safe: EARLIER_SAFE,
    next: 'Leave it connected and press nothing. With a bar below the Apple logo it may take an hour; Thaw waits and goes on by itself.',
  }),
};

import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** No phone, or not the one asked for, is on the bus. */
export const phoneNotConnected: Cause = {
  id: 'phone-not-connected',
  requirements: ['A4', 'A6'],
  prior: 25,
  signs: [
    failedWith(1600, 'phone.none', 'phone.absent'),
    given('computer.mux-blind', 1 / 30),
    given('computer.driver', 1 / 200),
    given('computer.update-asked', 1 / 100),
    given('computer.phone-service', 1 / 20, ({ state }) => state !== 'idle' && state !== 'running'),
    // It was here: then it is about how it went.
    given('link.detached', 1 / 2),
    given('phone.mode', 1 / 20),
  ],
  tell: () => ({
    sentence: 'The iPhone is not connected to this computer.',
    safe: NOTHING_CHANGED,
    next: 'Plug it in with its cable and unlock it. If it only charges, try another cable or port.',
  }),
};

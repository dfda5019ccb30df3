import { type Cause, failedWith, given } from '../cause.ts';

/** The screen is black and the phone waits for its firmware. */
export const dfuMode: Cause = {
  id: 'dfu-mode',
  requirements: ['C1', 'C13'],
  prior: 3,
  signs: [failedWith(2400, 'phone.dfu'), given('phone.mode', 100_000, ({ mode }) => mode === 'dfu')],
  tell: () => ({
    sentence: 'The iPhone is in DFU mode: it is on, but its screen stays black.',
    safe: 'DFU mode by itself deletes nothing on it.',
    next: 'Restart it with its buttons (thaw fix restart-from-boot shows them); it usually comes back as it was.',
  }),
};

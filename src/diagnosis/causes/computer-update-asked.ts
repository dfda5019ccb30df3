import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The iPhone's iOS is newer than the computer's software for it, which asks to be updated. */
export const computerUpdateAsked: Cause = {
  id: 'computer-update-asked',
  requirements: ['B5', 'C6', 'D7'],
  // After each new iOS, for some days.
  prior: 8,
  signs: [
    given('computer.update-asked', 200),
    failedWith(60, 'phone.none', 'phone.absent'),
    given('computer.mux-blind', 5),
  ],
  tell: () => ({
    sentence: 'This Mac wants to install software for this iPhone first: “A software update is required”.',
    safe: NOTHING_CHANGED,
    next: 'Choose Install in that window, or update macOS in System Settings › General › Software Update. Then connect the iPhone again.',
  }),
};

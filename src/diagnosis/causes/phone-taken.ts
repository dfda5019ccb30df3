import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** A virtual machine or the like took the iPhone: it is plugged in here, and belongs to another computer. */
export const phoneTaken: Cause = {
  id: 'phone-taken',
  requirements: ['A1', 'C5'],
  prior: 4,
  signs: [
    // Such a program often runs without touching the phone.
    given('computer.program', 25, ({ does }) => does === 'takes'),
    given('computer.mux-blind', 150),
    failedWith(100, 'phone.none', 'phone.absent'),
    given('link.attached', 1 / 10),
  ],
  tell: (seen) => {
    const program = seen.last('computer.program', ({ does }) => does === 'takes')?.name;
    return {
      sentence: `An iPhone is plugged in, but ${program ?? 'a virtual machine'} seems to have taken it from this computer.`,
      safe: KEPT,
      next: `Disconnect the iPhone in ${program ?? 'the virtual machine'}, or end ${program ?? 'it'}; then plug the iPhone in again.`,
    };
  },
};

import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** Another program is at work on the same backup. */
export const anotherProgram: Cause = {
  id: 'another-program',
  requirements: ['A1', 'A15'],
  prior: 18,
  signs: [
    failedWith(800, 'vault.busy', 'vault.changed'),
    given('destination.in-use', 150),
    given('computer.other-backup', 60, ({ lock }) => !lock),
    given('computer.other-backup', 10),
    given('run.left-behind', 1 / 20),
  ],
  tell: (seen) => {
    const name =
      seen.last('destination.in-use')?.program ??
      seen.last('computer.other-backup')?.program ??
      'Another program';
    return {
      sentence: `${name} is working on a backup of this iPhone at the same time.`,
      safe: EARLIER_SAFE,
      next: 'Let it finish or stop it; two at once would spoil each other’s work. Then start again.',
    };
  },
};

import { type Cause, failedWith, given } from '../cause.ts';

/** The list of files or the keys of the earlier backup are damaged: it is not what was written. */
export const manifestDamaged: Cause = {
  id: 'manifest-damaged',
  requirements: ['A13', 'C4', 'D12'],
  prior: 15,
  signs: [
    given('manifest.damaged', 300),
    given('password.refused', 1 / 20),
    failedWith(15, 'backup.earlier-damaged'),
    failedWith(800, 'wire.keybag', 'vault.damaged'),
    given('destination.poisoned', 5, ({ what }) => what === 'manifest-missing'),
    given('destination.poisoned', 1 / 3),
  ],
  tell: (seen) => {
    const reason = seen.last('manifest.damaged')?.reason;
    return {
      sentence: `The earlier backup’s list of files is damaged${reason === undefined ? '' : ` (${reason})`}.`,
      safe: 'It was not changed, and it is kept.',
      next: 'Thaw begins a fresh backup and keeps the damaged one aside; “thaw salvage” gets out of it what can be read.',
    };
  },
};

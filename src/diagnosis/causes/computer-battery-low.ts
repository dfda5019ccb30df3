import { type Cause, given, KEPT } from '../cause.ts';

/** The computer itself runs on its battery, which is nearly empty: it will fall asleep whatever runs. */
export const computerBatteryLow: Cause = {
  id: 'computer-battery-low',
  requirements: ['C8', 'C9'],
  prior: 6,
  signs: [
    given('computer.power', 400, ({ onMains, percent }) => !onMains && (percent ?? 100) <= 8),
    given('computer.power', 200, ({ onMains, percent }) => !onMains && (percent ?? 100) <= 15),
    given('computer.power', 1 / 50, ({ onMains }) => onMains),
    given('computer.slept', 2),
  ],
  tell: (seen) => {
    const percent = seen.last('computer.power')?.percent;
    return {
      sentence: `This computer’s own battery is nearly empty${percent === undefined ? '' : ` (${percent} %)`}; it would fall asleep in the middle of the backup.`,
      safe: KEPT,
      next: 'Plug this computer in.',
    };
  },
};

import { type Cause, given, KEPT } from '../cause.ts';

/** The phone is plugged in and does not charge, or draws too little to keep up. */
export const weakPower: Cause = {
  id: 'weak-power',
  requirements: ['C9', 'C3'],
  prior: 8,
  signs: [
    given(
      'battery.state',
      250,
      ({ plugged, charging, adapterMilliamps }) =>
        plugged === true && charging === false && (adapterMilliamps ?? 500) < 450,
    ),
    // Charging rests near full by design; at half it should not.
    given(
      'battery.state',
      30,
      ({ plugged, charging, percent }) => plugged === true && charging === false && (percent ?? 100) < 70,
    ),
    given(
      'battery.state',
      20,
      ({ adapterMilliamps }) => adapterMilliamps !== undefined && adapterMilliamps < 450,
    ),
    given('battery.state', 1 / 3, ({ charging }) => charging === true),
    given('link.port-events', 12, ({ event }) => event === 'over-current'),
    given('link.port', 1.5, ({ hubs }) => hubs > 0),
    given('link.detached', 1.5),
    given('phone.restarted', 2),
  ],
  tell: (seen) => {
    const milliamps = seen.last('battery.state')?.adapterMilliamps;
    return {
      sentence: `The iPhone is plugged in but does not get enough power to charge${
        milliamps === undefined ? '' : ` (${milliamps} mA)`
      }.`,
      safe: KEPT,
      next: 'Use a port of the computer itself, not of a keyboard, screen or hub without a power supply of its own.',
    };
  },
};

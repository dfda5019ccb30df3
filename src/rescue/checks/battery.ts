import { type BatteryState, batteryState } from '../../phone/services/diagnostics.ts';
import { type Check, type CheckResult, fine } from './check.ts';

/** A first backup takes an hour and more. */
const LOW_PERCENT = 20;
/** Charging slows near 35 °C, the phone itself above; at about 45 °C it shows its temperature screen. */
const WARM_CELSIUS = 38;
const HOT_CELSIUS = 43;
/** What an old port or a passive hub gives: less than the phone uses while it works. */
const WEAK_MILLIAMPS = 500;
const WORN_PERCENT = 75;

/** Charge, heat, supply and wear of the battery. */
export const battery: Check = {
  id: 'battery',
  title: 'the battery',
  requirements: ['A7', 'C3', 'C9'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    const state = await batteryState(phone, signal);
    const known = Object.entries(state).filter(([, value]) => value !== undefined);
    const evidence = [
      { kind: 'battery.state', source: 'phone', facts: Object.fromEntries(known) },
    ] as const satisfies CheckResult['evidence'];
    const trouble = troubleOf(state);
    return trouble ? { ...trouble, evidence } : fine(inWords(state), ...evidence);
  },
};

function troubleOf(state: BatteryState): Omit<CheckResult, 'evidence'> | undefined {
  const { percent = 100, celsius = 25, plugged, adapterMilliamps, healthPercent = 100 } = state;
  if (celsius >= HOT_CELSIUS)
    return {
      standing: 'person',
      sentence: `The phone is hot (${Math.round(celsius)} °C): it will slow down or stop.`,
      next: 'Take it out of its case and let it cool away from the sun, then look again.',
    };
  if (percent < LOW_PERCENT && plugged !== true)
    return {
      standing: 'person',
      sentence: `The battery is at ${percent} % and no power comes in.`,
      next: 'Connect the phone to a charger, or to a port that gives power.',
    };
  if (celsius >= WARM_CELSIUS)
    return {
      standing: 'note',
      sentence: `The phone is warm (${Math.round(celsius)} °C). It may become slower; Thaw then pauses.`,
    };
  if (plugged && adapterMilliamps !== undefined && adapterMilliamps <= WEAK_MILLIAMPS && percent < 50)
    return {
      standing: 'note',
      sentence: `The port gives the phone little power (${adapterMilliamps} mA).`,
      next: 'If the battery goes down during the backup, use a port at the computer itself.',
    };
  if (healthPercent < WORN_PERCENT)
    return {
      standing: 'note',
      sentence: `The battery is worn (${healthPercent} % of what it held when new). Keep the phone on power.`,
    };
  return undefined;
}

function inWords({ percent, plugged, celsius }: BatteryState): string {
  const parts = [
    percent === undefined ? undefined : `${percent} %`,
    plugged === undefined ? undefined : plugged ? 'on power' : 'not on power',
    celsius === undefined ? undefined : `${Math.round(celsius)} °C`,
  ].filter((part) => part !== undefined);
  return `The battery is fine (${parts.join(', ')}).`;
}

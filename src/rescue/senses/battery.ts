import { type BatteryState, batteryState } from '../../phone/services/diagnostics.ts';
import type { Phone } from '../../phone/session.ts';
import type { Perceiving, PhoneSense } from './sense.ts';

/** One question that lockdownd’s diagnostics answer within milliseconds. */
const EVERY_MS = 20_000;
/** Bands in which the same battery counts as unchanged. Charging slows near 35 °C, the heat screen comes near 45 °C. */
const CELSIUS_BANDS = [35, 40, 45] as const;
const PERCENT_BANDS = [5, 10, 20, 50] as const;

/** Charge, heat and supply, told at the start and whenever one of them enters another band. */
export const batterySense: PhoneSense = async (phone, perceiving, signal) => {
  for (let told = ''; ; ) {
    const state = await batteryState(phone, signal);
    const band = bandOf(state);
    if (band !== told) tellBattery(state, perceiving);
    told = band;
    await phone.clock.sleep(EVERY_MS, signal);
  }
};

/** Looks once and tells, whatever it is. */
export async function lookAtBattery(
  phone: Phone,
  perceiving: Perceiving,
  signal: AbortSignal,
): Promise<void> {
  tellBattery(await batteryState(phone, signal), perceiving);
}

function tellBattery(state: BatteryState, { tell }: Perceiving): void {
  const known = Object.entries(state).filter(([, value]) => value !== undefined);
  tell({ kind: 'battery.state', source: 'phone', facts: Object.fromEntries(known) });
}

function bandOf({ celsius = 0, percent = 100, plugged, adapterMilliamps }: BatteryState): string {
  const heat = CELSIUS_BANDS.filter((band) => celsius >= band).length;
  const charge = PERCENT_BANDS.filter((band) => percent <= band).length;
  return `${heat} ${charge} ${plugged} ${adapterMilliamps}`;
}
